package dev.athena.bench.tasks;

/** How much less one thing is than another. */
final class Saving {
  private Saving() {}

  /** Returns by how many percent {@code now} is less than {@code before}; negative if more. */
  static double percent(double before, double now) {
    if (!(before > 0)) {
      throw new IllegalArgumentException("nothing can be less than " + before);
    }
    return 100 * (before - now) / before;
  }
}
