package dev.athena.bench.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Times of single calls, in milliseconds. */
record Timing(double mean, double p50, double p99, double max) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Makes calls and times each. */
  static Timing of(int times, IntConsumer call) {
    long[] nanos = new long[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      call.accept(i);
      nanos[i] = System.nanoTime() - start;
    }
    return of(nanos);
  }

  static Timing of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Timing(
        Arrays.stream(sorted).average().orElse(0) / NANOS_PER_MILLI,
        sorted[sorted.length / 2] / NANOS_PER_MILLI,
        sorted[(int) (sorted.length * 0.99)] / NANOS_PER_MILLI,
        sorted[sorted.length - 1] / NANOS_PER_MILLI);
  }

  String told() {
    return String.format(
        Locale.ROOT, "mean %.4f  p50 %.4f  p99 %.4f  max %.3f ms", mean, p50, p99, max);
  }
}
