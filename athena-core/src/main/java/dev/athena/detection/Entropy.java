package dev.athena.detection;

import java.util.HashMap;
import java.util.Map;

/**
 * How evenly the characters of a text are spread: what is random has more than words and than what
 * is only put in the place of a secret.
 */
public final class Entropy {
  private Entropy() {}

  /** Returns the Shannon entropy in bits a character. */
  public static double of(String text) {
    Map<Integer, Integer> counts = new HashMap<>();
    text.chars().forEach(character -> counts.merge(character, 1, Integer::sum));
    double bits = 0;
    for (int count : counts.values()) {
      double share = (double) count / text.length();
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}
