package dev.athena.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The terms of a text with how often each occurs.
 *
 * @param counts occurrences by term, each at least one, in the order of first appearance
 * @param length the sum of all occurrences
 */
public record Terms(Map<String, Integer> counts, int length) {
  /** The terms of a text without words. */
  public static final Terms NONE = new Terms(Map.of(), 0);

  public Terms {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    long sum = 0;
    for (int count : counts.values()) {
      if (count < 1) {
        throw new IllegalArgumentException("a term occurs " + count + " times");
      }
      sum += count;
    }
    if (sum != length) {
      throw new IllegalArgumentException("length is " + length + ", the counts add up to " + sum);
    }
  }

  /** Returns whether there is no term. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }
}
