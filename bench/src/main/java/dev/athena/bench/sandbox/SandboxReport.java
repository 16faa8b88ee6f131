package dev.athena.bench.sandbox;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of one step, as a table or as JSON. */
record SandboxReport(String title, List<Row> rows) {
  SandboxReport {
    rows = List.copyOf(rows);
  }

  String table() {
    StringBuilder table = new StringBuilder("\n");
    table.append(line(title, "p50", "p95", "unit")).append("target\n");
    for (Row row : rows) {
      String figures = line(row.name(), shown(row.p50()), shown(row.p95()), row.unit());
      String more = String.format(Locale.ROOT, "%-22s %s", target(row), row.note());
      table.append((figures + more).stripTrailing()).append('\n');
    }
    return table.toString();
  }

  JsonObject json() {
    List<Json> lines = rows.stream().map(row -> (Json) row.json()).toList();
    return JsonObject.builder().put("step", title).put("rows", new JsonArray(lines)).build();
  }

  private static String target(Row row) {
    Row.Target target = row.target();
    if (target == null) {
      return "";
    }
    Double high = target.p95();
    String limits =
        high == null
            ? "<= %s".formatted(shown(target.p50()))
            : "<= %s / %s".formatted(shown(target.p50()), shown(high));
    Boolean met = row.met();
    return met == null ? limits : limits + (met ? " met" : " missed");
  }

  private static String shown(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    return Math.abs(value) >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  private static String line(String name, String p50, String p95, String unit) {
    return String.format(Locale.ROOT, "%-46s %9s %9s  %-6s ", name, p50, p95, unit);
  }
}
