package dev.athena.bench.latency;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.Locale;
import java.util.Map;

/** The figures of one size, as a table. */
final class LatencyReport {
  private LatencyReport() {}

  static String of(JsonObject figures) {
    StringBuilder table = new StringBuilder();
    line(table, "%n%-28s %8s %8s %8s   n", "milliseconds", "p50", "p95", "p99");
    figures
        .members()
        .forEach((name, value) -> {
          if (value instanceof JsonObject spread && spread.has("p50_ms")) {
            line(
                table,
                "%-28s %8.2f %8.2f %8.2f   %.0f",
                name,
                number(spread, "p50_ms"),
                number(spread, "p95_ms"),
                number(spread, "p99_ms"),
                number(spread, "count"));
          }
        });
    for (Map.Entry<String, Json> entry : figures.members().entrySet()) {
      if (entry.getValue() instanceof Json.Num(var value)) {
        line(table, "%-28s %8.0f", entry.getKey(), value.doubleValue());
      }
    }
    return table.toString();
  }

  private static double number(JsonObject object, String name) {
    return object.find(name).orElse(Json.Null.VALUE) instanceof Json.Num(var value)
        ? value.doubleValue()
        : Double.NaN;
  }

  private static void line(StringBuilder table, String format, Object... arguments) {
    table.append(String.format(Locale.ROOT, format + "%n", arguments));
  }
}
