package dev.athena.app.code;

import dev.athena.app.terminal.Card;
import dev.athena.app.terminal.Table;
import dev.athena.app.terminal.Terminal;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows what is on record of programs that were run. */
final class RecordView {
  private final Terminal terminal;

  RecordView(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Shows a page of executions, a line each. */
  void list(JsonObject page) {
    Table table = Table.of("started", "execution", "status", "language", "preset", "by", "error");
    for (JsonObject one : objects(page, "executions")) {
      table.row(
          one.text("started_at").orElse(""),
          one.text("id").orElse(""),
          status(one),
          one.text("language").orElse(""),
          one.text("preset").orElse(""),
          one.text("principal").orElse(""),
          one.text("error").orElse(""));
    }
    terminal.table(table);
    if (page.text("cursor").isPresent()) {
      terminal.note("there are older ones: name a time with --time-range");
    }
  }

  /** Shows a page of what programs attempted, a line each. */
  void violations(JsonObject page) {
    Table table = Table.of("at", "severity", "kind", "action", "target", "execution");
    for (JsonObject one : objects(page, "violations")) {
      table.row(
          one.text("at").orElse(""),
          one.text("severity").orElse(""),
          one.text("kind").orElse(""),
          one.text("action").orElse(""),
          one.text("target").orElse(""),
          one.text("execution_id").orElse(""));
    }
    terminal.table(table);
  }

  /** Shows one execution with its source. */
  void show(JsonObject details) {
    JsonObject execution = details.object("execution").orElse(JsonObject.EMPTY);
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("status", status(execution));
    lines.put("error", execution.text("error").orElse(""));
    lines.put("started", execution.text("started_at").orElse(""));
    lines.put("took", execution.find("duration_ms").map(RecordView::millis).orElse(""));
    lines.put("by", execution.text("principal").orElse(""));
    lines.put("preset", execution.text("preset").orElse(""));
    lines.put("session", execution.text("session").orElse(""));
    lines.put("called", called(details));
    lines.put("attempted", attempted(details));
    lines.put("source hash", details.text("source_hash").orElse(""));
    Card card = Card.of(execution.text("id").orElse(""));
    for (Map.Entry<String, String> line : lines.entrySet()) {
      card = line.getValue().isEmpty() ? card : card.with(line.getKey(), line.getValue());
    }
    terminal.card(card);
    details
        .text("source")
        .ifPresentOrElse(terminal::line, () -> terminal.note("the source was redacted"));
  }

  private static String status(JsonObject execution) {
    return execution.text("status").orElse("runs");
  }

  private static String millis(Json duration) {
    return JsonCodec.write(duration) + " ms";
  }

  private static String called(JsonObject details) {
    return objects(details, "api_calls").stream()
        .map(one ->
            "%s (%d)".formatted(one.text("operation").orElse(""), one.whole("calls").orElse(0L)))
        .collect(Collectors.joining(", "));
  }

  private static String attempted(JsonObject details) {
    return objects(details, "violations").stream()
        .map(one -> "%s %s".formatted(one.text("action").orElse(""), one.text("target").orElse("")))
        .collect(Collectors.joining(", "));
  }

  private static List<JsonObject> objects(JsonObject of, String member) {
    return of.array(member).map(JsonArray::values).orElse(List.of()).stream()
        .map(RecordView::object)
        .toList();
  }

  private static JsonObject object(Json one) {
    return (JsonObject) one;
  }
}
