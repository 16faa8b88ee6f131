package dev.athena.app.code;

import dev.athena.app.terminal.Style;
import dev.athena.app.terminal.Terminal;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.List;

/**
 * Shows what became of a program as a shell would: its output and the value of its last expression
 * as the answer, all else beside it.
 */
final class ExecutionView {
  private final Terminal terminal;

  ExecutionView(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(JsonObject answer) {
    stream(answer.text("stdout").orElse("")).forEach(terminal::line);
    stream(answer.text("stderr").orElse("")).forEach(terminal::note);
    Json result = answer.find("result").orElse(Json.Null.VALUE);
    if (result instanceof Json.Text(String text)) {
      terminal.line(text);
    } else if (!(result instanceof Json.Null)) {
      terminal.line(JsonCodec.writePretty(result));
    }
    answer.object("error").ifPresent(error -> failure(answer, error));
    each(
        answer, "notes", note -> terminal.note(note instanceof Json.Text(String text) ? text : ""));
    each(answer, "violations", violation -> terminal.note(violation((JsonObject) violation)));
    each(answer, "findings", finding -> terminal.note(finding((JsonObject) finding)));
  }

  private void failure(JsonObject answer, JsonObject error) {
    error.text("traceback").ifPresent(trace -> stream(trace).forEach(terminal::note));
    String type = error.text("type").map(name -> name + ": ").orElse("");
    terminal.failure(
        answer.text("status").orElse("") + ": " + type + error.text("message").orElse(""),
        error.text("hint").orElse(""));
  }

  private String violation(JsonObject violation) {
    return "%s %s: %s %s"
        .formatted(
            terminal.styled(Style.WARNING, "refused"),
            violation.text("kind").orElse(""),
            violation.text("action").orElse(""),
            violation.text("target").orElse(""));
  }

  private static String finding(JsonObject finding) {
    return "line %d: %s; %s"
        .formatted(
            finding.whole("line").orElse(0L),
            finding.text("message").orElse(""),
            finding.text("hint").orElse(""));
  }

  private static List<String> stream(String text) {
    return text.isEmpty() ? List.of() : text.lines().toList();
  }

  /** Does something with each element of a list. */
  @FunctionalInterface
  private interface Each {
    void with(Json element);
  }

  private static void each(JsonObject answer, String name, Each each) {
    answer.array(name).map(JsonArray::values).orElse(List.of()).forEach(each::with);
  }
}
