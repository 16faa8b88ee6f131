package dev.athena.store.sqlite;

import java.util.BitSet;

/**
 * Finds the rows whose sign bits differ least from those of a question, by looking at all of them.
 *
 * <p>A scan needs nothing built, sees every row at once, and takes any filter; it costs about seven
 * billionths of a second a row.
 */
final class VectorScan {
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

  /** Returns about {@code wanted} rows that are nearest; more when several are equally far. */
  BitSet nearest(long[] question, long[] column, int wanted) {
    int words = question.length;
    short[] distances = new short[mirror.size()];
    int[] histogram = new int[words * Long.SIZE + 1];
    for (int row = 0, at = 0; row < distances.length; row++, at += words) {
      if (mirror.modelMark(row) != mark || !admitted.has(row)) {
        distances[row] = Short.MAX_VALUE;
        continue;
      }
      int distance = 0;
      for (int word = 0; word < words; word++) {
        distance += Long.bitCount(question[word] ^ column[at + word]);
      }
      distances[row] = (short) distance;
      histogram[distance]++;
    }
    return within(distances, reach(histogram, wanted));
  }

  /** Returns the distance within which {@code wanted} rows lie. */
  private static int reach(int[] histogram, int wanted) {
    int seen = 0;
    for (int distance = 0; distance < histogram.length; distance++) {
      seen += histogram[distance];
      if (seen >= wanted) {
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
