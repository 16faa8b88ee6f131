package dev.athena.embedding;

/**
 * A vector of length 1.
 *
 * <p>Stored as 16-bit floats: two bytes a dimension, which moves a cosine by less than 0.001.
 */
public final class Vector {
  private final float[] values;

  private Vector(float[] values) {
    this.values = values;
  }

  /**
   * Returns {@code values} scaled to length 1; the array is copied.
   *
   * @throws IllegalArgumentException if the length is zero or not finite
   */
  public static Vector of(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    double length = Math.sqrt(squares);
    if (!(length > 0 && Double.isFinite(length))) {
      throw new IllegalArgumentException("a vector of length " + length + " has no direction");
    }
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (values[i] / length);
    }
    return new Vector(unit);
  }

  /** Returns the vector that {@link #toHalfFloats} wrote. */
  public static Vector ofHalfFloats(byte[] halfFloats) {
    return new Vector(HalfFloats.read(halfFloats));
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

  /** Returns the cosine of the angle between the two, from -1 to 1. */
  public double cosine(Vector other) {
    float sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * other.values[i];
    }
    return sum;
  }
}
