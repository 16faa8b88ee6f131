package dev.athena.embedding;

/**
 * What the vectors of a model have in common: the mean of many of them.
 *
 * <p>The vectors of a language model lie in a narrow cone. Taken from its centre they point all
 * ways, so a few bits of each tell them apart.
 */
public final class Centre {
  private final float[] values;

  private Centre(float[] values) {
    this.values = values;
  }

  /** Returns the centre of vectors that have nothing in common. */
  public static Centre none(int dimensions) {
    return new Centre(new float[dimensions]);
  }

  /** Returns the mean of {@code vectors}, of which there is at least one. */
  public static Centre of(Iterable<Vector> vectors) {
    float[] sum = {};
    int count = 0;
    for (Vector vector : vectors) {
      if (count++ == 0) {
        sum = new float[vector.dimensions()];
      }
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector.at(i);
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException("no vector, no centre");
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= count;
    }
    return new Centre(sum);
  }

  /**
   * Returns the centre that {@link #toHalfFloats} wrote.
   *
   * @throws IllegalArgumentException if it is not a point within the sphere of all vectors
   */
  public static Centre ofHalfFloats(byte[] halfFloats) {
    Centre centre = new Centre(HalfFloats.read(halfFloats));
    if (!(centre.squaredLength() < 1)) {
      throw new IllegalArgumentException("a centre of squared length " + centre.squaredLength());
    }
    return centre;
  }

  /** Returns the values as 16-bit floats, low byte first. */
  public byte[] toHalfFloats() {
    return HalfFloats.write(values);
  }

  /** Returns the number of dimensions. */
  public int dimensions() {
    return values.length;
  }

  /** Returns the value of one dimension. */
  public float at(int dimension) {
    return values[dimension];
  }

  /** Returns the square of the distance from the origin, from 0 to 1. */
  public double squaredLength() {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }
}
