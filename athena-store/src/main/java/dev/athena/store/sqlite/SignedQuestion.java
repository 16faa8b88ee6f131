package dev.athena.store.sqlite;

import dev.athena.embedding.Vector;

/**
 * A question as it is compared with sign bits.
 *
 * <p>The distance, which counts signs that differ, is the cheaper look and serves for all rows. The
 * closeness weighs each sign by how strongly the question leans to it, which ranks the nearest rows
 * nearly as their full vectors do.
 */
public final class SignedQuestion {
  private static final int BYTE_VALUES = 256;

  private final long[] bits;
  private final float[] closenessOfBytes;

  public SignedQuestion(Vector question) {
    SignBits signs = new SignBits(question.dimensions());
    float[] rotated = signs.rotate(question);
    this.bits = SignBits.signs(rotated);
    this.closenessOfBytes = closenessOfBytes(rotated);
  }

  /** Returns how many longs the bits of one vector take. */
  int words() {
    return bits.length;
  }

  /** Returns in how many signs the vector whose bits begin at {@code at} differs. */
  public int distance(long[] column, int at) {
    int distance = 0;
    for (int word = 0; word < bits.length; word += 2) { // always even
      distance += Long.bitCount(bits[word] ^ column[at + word]);
      distance += Long.bitCount(bits[word + 1] ^ column[at + word + 1]);
    }
    return distance;
  }

  /** Returns how close that vector is; what this grows with, not the cosine itself. */
  public float closeness(long[] column, int at) {
    float sum = 0;
    int table = 0;
    for (int word = 0; word < bits.length; word++) {
      long rest = column[at + word];
      for (int i = 0; i < Long.BYTES; i++) {
        sum += closenessOfBytes[table + (int) (rest & 0xFF)];
        rest >>>= Byte.SIZE;
        table += BYTE_VALUES;
      }
    }
    return sum;
  }

  /** For each group of eight dimensions, what each of its 256 patterns of signs adds. */
  private static float[] closenessOfBytes(float[] rotated) {
    float[] table = new float[rotated.length / Byte.SIZE * BYTE_VALUES];
    for (int group = 0; group < rotated.length / Byte.SIZE; group++) {
      for (int pattern = 0; pattern < BYTE_VALUES; pattern++) {
        float sum = 0;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
          float value = rotated[group * Byte.SIZE + bit];
          sum += (pattern >>> bit & 1) == 1 ? value : -value;
        }
        table[group * BYTE_VALUES + pattern] = sum;
      }
    }
    return table;
  }
}
