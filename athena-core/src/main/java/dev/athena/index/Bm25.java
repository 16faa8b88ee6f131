package dev.athena.index;

import java.util.List;

/**
 * The ranking function BM25, scaled so that scores of different questions can be compared.
 *
 * <p>After Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009),
 * with the inverse document frequency of Lucene, which is never negative. A score is divided by the
 * most that any text could reach for the question, so it lies in 0..1.
 */
public final class Bm25 {
  /** How soon further occurrences of a term cease to count. */
  public static final double K1 = 0.9;

  /** How much the length of a text counts against it. */
  public static final double B = 0.4;

  private Bm25() {}

  /**
   * Returns how telling a term is that occurs in {@code frequency} of {@code documents} texts. A
   * term that occurs nowhere weighs like one that occurs once: it is missing, not infinitely rare.
   */
  public static double inverseDocumentFrequency(long frequency, long documents) {
    double seen = Math.clamp(frequency, 1, Math.max(1, documents));
    return Math.log1p((Math.max(1, documents) - seen + 0.5) / (seen + 0.5));
  }

  /** Returns the share of a term's highest score that {@code count} occurrences reach. */
  public static double share(double count, double length, double averageLength) {
    double norm = K1 * (1 - B + B * length / Math.max(1, averageLength));
    return count / (count + norm);
  }

  /** Returns the weights that add up to 1, in proportion to {@code inverseFrequencies}. */
  public static List<Double> weights(List<Double> inverseFrequencies) {
    double sum = inverseFrequencies.stream().mapToDouble(Double::doubleValue).sum();
    return inverseFrequencies.stream().map(weight -> sum > 0 ? weight / sum : 0).toList();
  }
}
