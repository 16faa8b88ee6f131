package dev.athena.store.sqlite;

import dev.athena.embedding.Centre;
import dev.athena.embedding.Vector;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/**
 * Vectors as a few bits a dimension, in planes: first the signs of all dimensions, then what makes
 * them finer.
 *
 * <p>A vector is taken from the centre of its model and rotated at random, which spreads what it
 * says evenly over the dimensions. Each is then rounded to one of eight steps (three bits), the
 * first bit being its sign. Two vectors that are close agree in most signs (Charikar, "Similarity
 * Estimation Techniques from Rounding Algorithms", 2002); all planes together give a cosine to
 * within about 0.005.
 *
 * <p>The rotation is three rounds of random signs, a random permutation and Walsh-Hadamard
 * transforms of blocks, which cost next to nothing. It must be the same for all time: its bits are
 * stored.
 */
public final class BitPlanes {
  /** How many bits a dimension has. */
  static final int PLANES = 3;

  /** The step between the levels a normal distribution is best rounded to, in its deviations. */
  private static final double STEP = 0.586;

  /** Texts of one kind lie off the centre, which makes them longer than the mean text. */
  private static final double SPREAD = 1.2;

  private static final int BLOCK = 128;
  private static final int ROUNDS = 3;
  private static final long SEED = 0x41746865_6e61L;

  private final Centre centre;
  private final int padded;
  private final float step;
  private final int[][] permutations = new int[ROUNDS][];
  private final float[][] signs = new float[ROUNDS][];

  public BitPlanes(Centre centre) {
    this.centre = centre;
    this.padded = (centre.dimensions() + BLOCK - 1) / BLOCK * BLOCK;
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      permutations[round] = permutation(random, padded);
      signs[round] = randomSigns(random, padded);
    }
    double growth = Math.pow(BLOCK, ROUNDS / 2.0); // the transforms are not scaled
    double deviation = SPREAD * Math.sqrt((1 - centre.squaredLength()) / padded);
    this.step = (float) (STEP * deviation * growth);
  }

  /** Returns how many longs one plane of a vector takes. */
  public int words() {
    return padded / Long.SIZE;
  }

  /** Returns the planes of a vector, the signs first. */
  public long[] of(Vector vector) {
    float[] rotated = rotate(fromCentre(vector));
    long[] planes = new long[PLANES * words()];
    int half = 1 << (PLANES - 1);
    for (int i = 0; i < padded; i++) {
      int level = Math.clamp((int) Math.floor(rotated[i] / step) + half, 0, 2 * half - 1);
      for (int plane = 0; plane < PLANES; plane++) {
        long bit = (long) level >>> (PLANES - 1 - plane) & 1;
        planes[plane * words() + i / Long.SIZE] |= bit << i % Long.SIZE;
      }
    }
    return planes;
  }

  /** Returns the signs of a vector. */
  long[] signsOf(Vector vector) {
    float[] rotated = rotate(fromCentre(vector));
    long[] bits = new long[words()];
    for (int i = 0; i < padded; i++) {
      if (rotated[i] >= 0) {
        bits[i / Long.SIZE] |= 1L << i % Long.SIZE;
      }
    }
    return bits;
  }

  /** Returns a vector rotated, as it is and not from the centre. */
  float[] rotated(Vector vector) {
    float[] values = new float[centre.dimensions()];
    for (int i = 0; i < values.length; i++) {
      values[i] = vector.at(i);
    }
    return rotate(values);
  }

  static byte[] pack(long[] bits) {
    ByteBuffer packed = ByteBuffer.allocate(bits.length * Long.BYTES);
    packed.asLongBuffer().put(bits);
    return packed.array();
  }

  private float[] fromCentre(Vector vector) {
    if (vector.dimensions() != centre.dimensions()) {
      throw new IllegalArgumentException(
          "a vector of %d dimensions, not %d".formatted(vector.dimensions(), centre.dimensions()));
    }
    float[] values = new float[centre.dimensions()];
    for (int i = 0; i < values.length; i++) {
      values[i] = vector.at(i) - centre.at(i);
    }
    return values;
  }

  private float[] rotate(float[] vector) {
    float[] values = new float[padded];
    System.arraycopy(vector, 0, values, 0, vector.length);
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

  /** The Walsh-Hadamard transform of one block, not scaled. */
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
