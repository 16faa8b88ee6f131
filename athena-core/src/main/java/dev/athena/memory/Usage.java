package dev.athena.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often a memory was recalled.
 *
 * @param lastAt when it was last recalled, or null if it never was
 */
public record Usage(long count, @Nullable Instant lastAt) {
  /** The usage of a memory that was never recalled. */
  public static final Usage NEVER = new Usage(0, null);
}
