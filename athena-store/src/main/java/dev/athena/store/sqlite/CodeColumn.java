package dev.athena.store.sqlite;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/** The bit planes of one vector of each row of a mirror, the signs apart from what is finer. */
final class CodeColumn {
  private static final int FINER = BitPlanes.PLANES - 1;

  private int words;
  private long[] signs = {};
  private long[] finer = {};

  long[] signs() {
    return signs;
  }

  long[] finer() {
    return finer;
  }

  /** Makes room for {@code rows}, whose planes take so many words each; all that was here goes. */
  void reset(int rows, int words) {
    this.words = words;
    signs = new long[rows * words];
    finer = new long[rows * words * FINER];
  }

  void grow(int rows) {
    signs = Arrays.copyOf(signs, rows * words);
    finer = Arrays.copyOf(finer, rows * words * FINER);
  }

  /** Moves {@code count} rows from {@code row} on to the next position. */
  void shift(int row, int count) {
    System.arraycopy(signs, row * words, signs, (row + 1) * words, count * words);
    int wide = words * FINER;
    System.arraycopy(finer, row * wide, finer, (row + 1) * wide, count * wide);
  }

  void put(int row, ByteBuffer planes) {
    LongBuffer packed = planes.asLongBuffer();
    packed.get(signs, row * words, words);
    packed.get(finer, row * words * FINER, words * FINER);
  }
}
