package dev.athena.bench.sandbox;

import dev.athena.bench.latency.Percentiles;
import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param p50 the median, or the only figure; null if nothing was measured
 * @param p95 null if there is but one figure
 * @param target what the figures are held against, or null
 * @param note more to know, or why nothing was measured; may be empty
 */
record Row(
    String name,
    String unit,
    @Nullable Double p50,
    @Nullable Double p95,
    @Nullable Target target,
    String note) {
  private static final String MILLIS = "ms";

  /** Upper limits; {@code p95} is null where only the median has one. */
  record Target(double p50, @Nullable Double p95) {
    boolean isMet(double median, @Nullable Double high) {
      return median <= p50 && (p95 == null || high == null || high <= p95);
    }
  }

  static Row times(String name, Percentiles times) {
    return new Row(name, MILLIS, times.p50(), times.p95(), null, times.count() + " times");
  }

  static Row figure(String name, double figure, String unit) {
    return new Row(name, unit, figure, null, null, "");
  }

  static Row difference(String name, double millis) {
    return figure(name, millis, MILLIS);
  }

  static Row missing(String name, String why) {
    return new Row(name, "", null, null, null, "not measured: " + why);
  }

  Row atMost(double median) {
    return new Row(name, unit, p50, p95, new Target(median, null), note);
  }

  Row atMost(double median, double high) {
    return new Row(name, unit, p50, p95, new Target(median, high), note);
  }

  Row noting(String more) {
    String both = note.isEmpty() ? more : note + "; " + more;
    return new Row(name, unit, p50, p95, target, both);
  }

  /** Returns whether the target is met; null where there is none or nothing was measured. */
  @Nullable Boolean met() {
    return (target == null || p50 == null) ? null : target.isMet(p50, p95);
  }

  JsonObject json() {
    JsonObject.Builder json = JsonObject.builder().put("name", name).put("unit", unit);
    put(json, "p50", p50);
    put(json, "p95", p95);
    if (target != null) {
      put(json, "target_p50", target.p50());
      put(json, "target_p95", target.p95());
    }
    Boolean met = met();
    if (met != null) {
      json.put("met", met);
    }
    return json.put("note", note).build();
  }

  private static void put(JsonObject.Builder json, String name, @Nullable Double value) {
    if (value != null) {
      json.put(name, Math.round(value * 1_000) / 1_000.0);
    }
  }
}
