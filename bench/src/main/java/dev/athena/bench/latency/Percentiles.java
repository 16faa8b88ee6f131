package dev.athena.bench.latency;

import dev.athena.json.JsonObject;
import java.util.Arrays;

/** The spread of measured times, in milliseconds. */
public record Percentiles(int count, double p50, double p95, double p99) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Returns the spread of times in nanoseconds; each percentile is one of them. */
  public static Percentiles ofNanos(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Percentiles(sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99));
  }

  /** Returns the spread as JSON, to a hundredth of a millisecond. */
  public JsonObject json() {
    return JsonObject.builder()
        .put("count", count)
        .put("p50_ms", rounded(p50))
        .put("p95_ms", rounded(p95))
        .put("p99_ms", rounded(p99))
        .build();
  }

  /** The nearest rank: the smallest time that at least {@code share} of all do not exceed. */
  private static double at(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
  }

  private static double rounded(double millis) {
    return Math.round(millis * 100) / 100.0;
  }
}
