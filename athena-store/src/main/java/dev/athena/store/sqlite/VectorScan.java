package dev.athena.store.sqlite;

import java.util.BitSet;
import java.util.List;

/**
 * Finds the rows whose sign bits are nearest to a question, by looking at all of them.
 *
 * <p>A scan needs nothing built, sees every row at once, and takes any filter; it costs about ten
 * billionths of a second a row.
 */
final class VectorScan {
  /** How many rows that differ in the fewest signs are compared by the strength of the signs. */
  static final int COMPARED_MAX = 1_500;

  private final Mirror mirror;
  private final Admitted admitted;
  private final int mark;

  VectorScan(Mirror mirror, Admitted admitted, String model) {
    this.mirror = mirror;
    this.admitted = admitted;
    this.mark = mirror.markOf(model);
  }

  /** Returns whether there is any row to look at. */
  boolean isPossible() {
    return mark > 0;
  }

  /** Returns the rows of {@code column} that are nearest, {@code wanted} of them at the most. */
  List<Integer> nearest(SignedQuestion question, long[] column, int wanted) {
    int words = question.words();
    BitSet near = leastDiffering(question, column);
    return new Top(wanted).of(near, row -> question.closeness(column, row * words));
  }

  /** Returns about {@link #COMPARED_MAX} rows; more when several differ in as many signs. */
  private BitSet leastDiffering(SignedQuestion question, long[] column) {
    int words = question.words();
    short[] distances = new short[mirror.size()];
    int[] histogram = new int[words * Long.SIZE + 1];
    for (int row = 0, at = 0; row < distances.length; row++, at += words) {
      if (mirror.modelMark(row) != mark || !admitted.has(row)) {
        distances[row] = Short.MAX_VALUE;
        continue;
      }
      int distance = question.distance(column, at);
      distances[row] = (short) distance;
      histogram[distance]++;
    }
    return within(distances, reach(histogram));
  }

  /** Returns the distance within which {@link #COMPARED_MAX} rows lie. */
  private static int reach(int[] histogram) {
    int seen = 0;
    for (int distance = 0; distance < histogram.length; distance++) {
      seen += histogram[distance];
      if (seen >= COMPARED_MAX) {
        return distance;
      }
    }
    return histogram.length - 1;
  }

  private static BitSet within(short[] distances, int reach) {
    BitSet near = new BitSet(distances.length);
    for (int row = 0; row < distances.length; row++) {
      if (distances[row] <= reach) {
        near.set(row);
      }
    }
    return near;
  }
}
