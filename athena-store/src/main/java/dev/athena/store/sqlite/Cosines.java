package dev.athena.store.sqlite;

import dev.athena.embedding.Vector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The exact cosines of a question with one memory.
 *
 * @param context the cosine with the vector in context, or null if there is none
 */
record Cosines(double own, @Nullable Double context) {

  /** Returns the cosines with the vectors packed in {@code data}. */
  static Cosines of(Vector question, byte[] data) {
    ShortBuffer halves = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    int dimensions = question.dimensions();
    double own = dot(question, halves, 0);
    boolean two = halves.capacity() >= 2 * dimensions;
    return new Cosines(own, two ? dot(question, halves, dimensions) : null);
  }

  private static double dot(Vector question, ShortBuffer halves, int from) {
    float sum = 0;
    for (int i = 0; i < question.dimensions(); i++) {
      sum += question.at(i) * Float.float16ToFloat(halves.get(from + i));
    }
    return sum;
  }
}
