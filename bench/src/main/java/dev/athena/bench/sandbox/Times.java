package dev.athena.bench.sandbox;

import dev.athena.bench.latency.Percentiles;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/** How long something took, each time it was done. */
final class Times {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] nanos;

  Times(long[] nanos) {
    this.nanos = nanos;
  }

  /** Something that can be done again and again. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** Does {@code before} untimed and {@code work} timed, {@code count} times. */
  static Times of(int count, Work before, Work work) throws IOException {
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      before.run();
      long start = System.nanoTime();
      work.run();
      nanos[i] = System.nanoTime() - start;
    }
    return new Times(nanos);
  }

  static Times of(int count, Work work) throws IOException {
    return of(count, () -> {}, work);
  }

  /** Takes the nanoseconds that a program measured by itself. */
  static Times of(Json array) throws IOException {
    if (!(array instanceof JsonArray numbers)) {
      throw new IOException("a program was to return times, and returned " + array);
    }
    return new Times(
        numbers.values().stream().mapToLong(one -> ((Json.Num) one).value().longValue()).toArray());
  }

  int count() {
    return nanos.length;
  }

  double median() {
    return Percentiles.ofNanos(nanos).p50();
  }

  double mean() {
    return Arrays.stream(nanos).average().orElse(0) / NANOS_PER_MILLI;
  }

  Row row(String name) {
    return Row.times(name, Percentiles.ofNanos(nanos));
  }

  Row rowWithMean(String name) {
    return row(name).noting(String.format(Locale.ROOT, "mean %.2f", mean()));
  }
}
