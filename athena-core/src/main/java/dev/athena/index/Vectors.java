package dev.athena.index;

import dev.athena.embedding.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of one memory.
 *
 * @param passage the vector of its own text
 * @param context the vector of its text among its neighbours, or null if it has none, or none yet
 * @param isContextPending whether the vector in context is still to be computed
 */
public record Vectors(Vector passage, @Nullable Vector context, boolean isContextPending) {
  public Vectors {
    if (context != null && isContextPending) {
      throw new IllegalArgumentException("a vector that is there is not pending");
    }
  }

  /** Creates vectors of which none is pending. */
  public Vectors(Vector passage, @Nullable Vector context) {
    this(passage, context, false);
  }
}
