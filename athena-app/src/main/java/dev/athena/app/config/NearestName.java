package dev.athena.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class NearestName {
  private NearestName() {}

  /** Returns the name that differs least, unless more than half of it differs. */
  static Optional<String> of(String meant, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(meant, name) <= Math.max(2, name.length() / 2))
        .min(Comparator.<String>comparingInt(name -> distance(meant, name)).thenComparing(n -> n));
  }

  /** Counts the letters to insert, delete or replace to get from one name to the other. */
  private static int distance(String from, String to) {
    int[] costs = new int[to.length() + 1];
    for (int column = 0; column < costs.length; column++) {
      costs[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int diagonal = costs[0];
      costs[0] = row;
      for (int column = 1; column < costs.length; column++) {
        int replaced = diagonal + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = costs[column];
        costs[column] = Math.min(replaced, 1 + Math.min(costs[column], costs[column - 1]));
      }
    }
    return costs[to.length()];
  }
}
