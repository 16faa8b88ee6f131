package dev.athena.testkit;

import dev.athena.embedding.Centre;
import dev.athena.embedding.CosineRange;
import dev.athena.embedding.Embedder;
import dev.athena.embedding.EmbeddingFailure;
import dev.athena.embedding.Vector;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A model that knows words only: each has a fixed random direction, a text is the sum of its words,
 * so texts that share words are close.
 */
public final class WordsEmbedder implements Embedder {
  /** The dimensions of a model that says nothing else. */
  public static final int DIMENSIONS = 128;

  private final String model;
  private final int dimensions;
  private volatile boolean failing;

  public WordsEmbedder() {
    this("words-1", DIMENSIONS);
  }

  public WordsEmbedder(String model, int dimensions) {
    this.model = model;
    this.dimensions = dimensions;
  }

  /** From now on every call fails, or works again. */
  public void fail(boolean failing) {
    this.failing = failing;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public CosineRange range() {
    return new CosineRange(0.1, 0.8);
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public Centre centre() {
    return Centre.none(dimensions);
  }

  @Override
  public boolean isReady() {
    return !failing;
  }

  @Override
  public Vector embedQuestion(String question) {
    return embed(question);
  }

  @Override
  public List<Vector> embedPassages(List<String> passages) {
    return passages.stream().map(this::embed).toList();
  }

  @Override
  public void close() {
    failing = true;
  }

  private Vector embed(String text) {
    if (failing) {
      throw new EmbeddingFailure("the model of the test fails, as it was told to", null);
    }
    float[] sum = new float[dimensions];
    sum[0] = 0.01f; // a text without words has a direction too
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        SplittableRandom random = new SplittableRandom(31L * word.hashCode() + model.hashCode());
        for (int i = 0; i < dimensions; i++) {
          sum[i] += random.nextBoolean() ? 1 : -1;
        }
      }
    }
    return Vector.of(sum);
  }
}
