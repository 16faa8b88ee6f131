package dev.athena.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant, by the edit distance of Levenshtein (1966). */
public final class Nearest {
  private Nearest() {}

  /** Returns the name that {@code wrong} is most likely a slip of, if any is near enough. */
  public static Optional<String> to(String wrong, Collection<String> names) {
    int far = Math.max(2, wrong.length() / 3);
    return names.stream()
        .filter(name -> distance(wrong, name) <= far)
        .min(Comparator.comparingInt(name -> distance(wrong, name)));
  }

  /** Returns advice for somebody who wrote {@code wrong} where one of {@code names} belongs. */
  public static String hint(String wrong, Collection<String> names) {
    String all = "known are: " + String.join(", ", names);
    return to(wrong, names).map(name -> "did you mean \"" + name + "\"? " + all).orElse(all);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int next = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
        diagonal = row[j];
        row[j] = next;
      }
    }
    return row[b.length()];
  }
}
