package dev.athena.embedding;

import java.util.List;

/**
 * A model that turns text into vectors whose cosine says how close two texts are in meaning.
 *
 * <p>Safe for use by many threads. Vectors of different models cannot be compared.
 */
public interface Embedder extends AutoCloseable {
  /** Returns the model's name and version, stored beside each of its vectors. */
  String model();

  /** Returns between which cosines closeness of two texts shows in this model. */
  CosineRange range();

  /** Returns the number of dimensions of each vector. */
  int dimensions();

  /** Returns what the model's vectors have in common; it may be anything near their mean. */
  Centre centre();

  /**
   * Returns whether the next call answers at once, without loading the model first.
   *
   * <p>A false answer starts nothing.
   */
  boolean isReady();

  /**
   * Returns the vector of a question.
   *
   * @throws EmbeddingFailure if the model cannot be loaded or run
   */
  Vector embedQuestion(String question);

  /**
   * Returns the vectors of texts to be found, in the order of {@code passages}. A text past the
   * model's length is represented by its beginning.
   *
   * @throws EmbeddingFailure if the model cannot be loaded or run
   */
  List<Vector> embedPassages(List<String> passages);

  /** Releases the model. */
  @Override
  void close();
}
