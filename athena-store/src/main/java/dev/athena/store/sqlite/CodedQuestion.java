package dev.athena.store.sqlite;

import dev.athena.embedding.Vector;

/**
 * A question as it is compared with bit planes.
 *
 * <p>The distance, which counts signs that differ, is the cheaper look and serves for all rows. The
 * closeness takes the question as it is and all planes of a row, and ranks the nearest rows nearly
 * as their full vectors do.
 */
public final class CodedQuestion {
  private static final int BYTE_VALUES = 256;

  private final long[] signs;
  private final float[] closenessOfBytes;

  public CodedQuestion(BitPlanes planes, Vector question) {
    this.signs = planes.signsOf(question);
    this.closenessOfBytes = closenessOfBytes(planes.rotated(question));
  }

  /** Returns in how many signs the vector whose signs begin at {@code at} differs. */
  public int distance(long[] column, int at) {
    int distance = 0;
    for (int word = 0; word < signs.length; word += 2) { // always even
      distance += Long.bitCount(signs[word] ^ column[at + word]);
      distance += Long.bitCount(signs[word + 1] ^ column[at + word + 1]);
    }
    return distance;
  }

  /**
   * Returns how close a vector is, of which {@code signs} holds the first plane of each row and
   * {@code finer} the others; it grows with the cosine, and is not the cosine itself.
   */
  public float closeness(long[] signs, long[] finer, int row) {
    int words = this.signs.length;
    float sum = closenessOfPlane(signs, row * words);
    int at = row * words * (BitPlanes.PLANES - 1);
    for (int plane = 1; plane < BitPlanes.PLANES; plane++) {
      sum = 2 * sum + closenessOfPlane(finer, at);
      at += words;
    }
    return sum;
  }

  private float closenessOfPlane(long[] column, int at) {
    float sum = 0;
    int table = 0;
    for (int word = 0; word < signs.length; word++) {
      long rest = column[at + word];
      for (int i = 0; i < Long.BYTES; i++) {
        sum += closenessOfBytes[table + (int) (rest & 0xFF)];
        rest >>>= Byte.SIZE;
        table += BYTE_VALUES;
      }
    }
    return sum;
  }

  /** For each group of eight dimensions, what each of its 256 patterns of bits adds. */
  private static float[] closenessOfBytes(float[] rotated) {
    float[] table = new float[rotated.length / Byte.SIZE * BYTE_VALUES];
    for (int group = 0; group < rotated.length / Byte.SIZE; group++) {
      int from = group * BYTE_VALUES;
      float none = 0;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        none -= rotated[group * Byte.SIZE + bit];
      }
      table[from] = none;
      for (int pattern = 1; pattern < BYTE_VALUES; pattern++) {
        int bit = Integer.numberOfTrailingZeros(pattern);
        float turned = 2 * rotated[group * Byte.SIZE + bit];
        table[from + pattern] = table[from + (pattern & (pattern - 1))] + turned;
      }
    }
    return table;
  }
}
