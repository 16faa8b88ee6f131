package dev.athena.privacy;

import dev.athena.detection.SensitiveType;
import java.util.Map;

/**
 * What is left when all that is sensitive was replaced.
 *
 * @param counts how many parts were replaced, by type
 */
public record Redacted<T>(T value, Map<SensitiveType, Integer> counts) {
  public Redacted {
    counts = Map.copyOf(counts);
  }

  /** Returns how many parts were replaced. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
