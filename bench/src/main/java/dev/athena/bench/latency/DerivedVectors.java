package dev.athena.bench.latency;

import dev.athena.embedding.Embedder;
import dev.athena.embedding.Vector;
import dev.athena.index.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Vectors for more texts than the model can embed in a reasonable time: each is a blend of two that
 * the model made, with a little noise.
 */
final class DerivedVectors {
  private static final double SECOND_SHARE = 0.4;
  private static final double NOISE = 0.3;

  private final List<Vectors> real;

  private DerivedVectors(List<Vectors> real) {
    this.real = real;
  }

  /** Embeds the first {@code count} texts of a corpus, alone and after the text before. */
  static DerivedVectors from(Embedder embedder, Corpus corpus, int count) {
    List<Vectors> real = new ArrayList<>();
    String before = "";
    for (int i = 0; i < Math.min(count, corpus.size()); i++) {
      String text = corpus.text(i);
      List<Vector> two = embedder.embedPassages(List.of(text, before + " " + text));
      real.add(new Vectors(two.getFirst(), two.getLast()));
      before = text;
    }
    return new DerivedVectors(real);
  }

  /** Returns vectors that are the same for the same {@code seed}. */
  Vectors of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Vectors one = real.get(random.nextInt(real.size()));
    Vectors other = real.get(random.nextInt(real.size()));
    Vector context = one.context();
    Vector otherContext = other.context();
    return new Vectors(
        blend(one.passage(), other.passage(), random),
        context == null || otherContext == null ? null : blend(context, otherContext, random));
  }

  private static Vector blend(Vector one, Vector other, SplittableRandom random) {
    float[] values = new float[one.dimensions()];
    double noise = NOISE / Math.sqrt(values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (one.at(i) + SECOND_SHARE * other.at(i) + noise * random.nextGaussian());
    }
    return Vector.of(values);
  }
}
