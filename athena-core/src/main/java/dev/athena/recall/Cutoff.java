package dev.athena.recall;

/**
 * The score below which nothing answers a question.
 *
 * <p>The best of many accidental scores grows with the logarithm of their number, so the bar rises
 * with the number of memories searched.
 */
final class Cutoff {
  private static final double BASE = 0.02;
  private static final double PER_DECADE = 0.06;
  private static final double LOWEST = 0.05;
  private static final double HIGHEST = 0.30;

  private final double bar;

  private Cutoff(double bar) {
    this.bar = bar;
  }

  static Cutoff of(long memories) {
    double bar = BASE + PER_DECADE * Math.log10((double) Math.max(1, memories));
    return new Cutoff(Math.clamp(bar, LOWEST, HIGHEST));
  }

  /** Returns whether a best score says that the question has an answer at all. */
  boolean isAnswered(double best) {
    return best >= bar;
  }

  /** Returns whether a memory belongs beside a better one. */
  boolean belongs(double score) {
    return score >= bar / 2;
  }
}
