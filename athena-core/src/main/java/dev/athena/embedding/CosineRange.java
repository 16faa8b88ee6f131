package dev.athena.embedding;

/**
 * The cosines between which closeness shows in a model; every model has its own.
 *
 * @param unrelated the cosine of a question with a text that has nothing to do with it
 * @param answering the cosine of a question with a text that could hardly answer it better
 */
public record CosineRange(double unrelated, double answering) {
  public CosineRange {
    if (!(unrelated < answering)) {
      throw new IllegalArgumentException(unrelated + " is not below " + answering);
    }
  }

  /** Returns how close a cosine says two texts are, from 0 to 1. */
  public double closeness(double cosine) {
    return Math.clamp((cosine - unrelated) / (answering - unrelated), 0, 1);
  }
}
