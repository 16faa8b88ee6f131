package dev.athena.store.sqlite;

import dev.athena.embedding.Vector;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/**
 * The signs of a vector after a fixed random rotation, one bit a dimension.
 *
 * <p>Two vectors that are close agree in most signs (Charikar, "Similarity Estimation Techniques
 * from Rounding Algorithms", 2002). Real embeddings lean to one side, which makes raw signs agree
 * too often; the rotation spreads that over all dimensions. It is three rounds of random signs, a
 * random permutation and Walsh-Hadamard transforms of blocks, which cost next to nothing. The same
 * rotation must serve for all time: its bits are stored.
 */
public final class SignBits {
  private static final int BLOCK = 128;
  private static final int ROUNDS = 3;
  private static final long SEED = 0x41746865_6e61L;

  private final int dimensions;
  private final int padded;
  private final int[][] permutations = new int[ROUNDS][];
  private final float[][] signs = new float[ROUNDS][];

  public SignBits(int dimensions) {
    this.dimensions = dimensions;
    this.padded = (dimensions + BLOCK - 1) / BLOCK * BLOCK;
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      permutations[round] = permutation(random, padded);
      signs[round] = randomSigns(random, padded);
    }
  }

  /** Returns how many longs the bits of one vector take. */
  static int words(int dimensions) {
    return (dimensions + BLOCK - 1) / BLOCK * (BLOCK / Long.SIZE);
  }

  /** Returns the bits of a vector. */
  public long[] of(Vector vector) {
    if (vector.dimensions() != dimensions) {
      throw new IllegalArgumentException(
          "a vector of %d dimensions, not %d".formatted(vector.dimensions(), dimensions));
    }
    return signs(rotate(vector));
  }

  /** Returns the signs of a vector that is rotated already. */
  static long[] signs(float[] rotated) {
    long[] bits = new long[rotated.length / Long.SIZE];
    for (int i = 0; i < rotated.length; i++) {
      if (rotated[i] >= 0) {
        bits[i / Long.SIZE] |= 1L << i % Long.SIZE;
      }
    }
    return bits;
  }

  static byte[] pack(long[] bits) {
    ByteBuffer packed = ByteBuffer.allocate(bits.length * Long.BYTES);
    packed.asLongBuffer().put(bits);
    return packed.array();
  }

  /** Returns a vector after the rotation, not scaled. */
  float[] rotate(Vector vector) {
    float[] values = new float[padded];
    for (int i = 0; i < dimensions; i++) {
      values[i] = vector.at(i);
    }
    for (int round = 0; round < ROUNDS; round++) {
      float[] moved = new float[padded];
      for (int i = 0; i < padded; i++) {
        moved[i] = values[permutations[round][i]] * signs[round][i];
      }
      for (int block = 0; block < padded; block += BLOCK) {
        transform(moved, block);
      }
      values = moved;
    }
    return values;
  }

  /** The Walsh-Hadamard transform of one block, not scaled: only signs are wanted. */
  private static void transform(float[] values, int from) {
    for (int half = 1; half < BLOCK; half *= 2) {
      for (int start = from; start < from + BLOCK; start += 2 * half) {
        for (int i = start; i < start + half; i++) {
          float a = values[i];
          float b = values[i + half];
          values[i] = a + b;
          values[i + half] = a - b;
        }
      }
    }
  }

  private static int[] permutation(SplittableRandom random, int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int at = random.nextInt(i + 1);
      order[i] = order[at];
      order[at] = i;
    }
    return order;
  }

  private static float[] randomSigns(SplittableRandom random, int size) {
    float[] out = new float[size];
    for (int i = 0; i < size; i++) {
      out[i] = random.nextBoolean() ? 1 : -1;
    }
    return out;
  }
}
