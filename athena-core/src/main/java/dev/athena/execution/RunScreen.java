package dev.athena.execution;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.privacy.Screen;
import dev.athena.privacy.Use;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is sensitive out of what a program leaves behind: its record, and what it told. The
 * program itself runs as it was written.
 */
final class RunScreen {
  private final Screen screen;
  private final String tenant;

  RunScreen(Screen screen, String tenant) {
    this.screen = screen;
    this.tenant = tenant;
  }

  String text(String text) {
    return screen.text(tenant, text, Use.STORED).value();
  }

  private @Nullable String textOrNull(@Nullable String text) {
    return text == null ? null : text(text);
  }

  JsonObject json(JsonObject json) {
    return (JsonObject) screen.json(tenant, json, Use.STORED).value();
  }

  /** Of a configuration only the environment holds what the caller wrote freely. */
  JsonObject config(JsonObject written, SandboxConfig config) {
    return config.environment().members().isEmpty() ? written : json(written);
  }

  Outcome outcome(Outcome outcome) {
    Json result = outcome.result();
    ProgramError error = outcome.error();
    return new Outcome(
        outcome.status(),
        result == null ? null : screen.json(tenant, result, Use.STORED).value(),
        captured(outcome.stdout()),
        captured(outcome.stderr()),
        error == null ? null : error(error),
        outcome.files().stream().map(this::file).toList(),
        violations(outcome.violations()),
        outcome.notes().stream().map(this::text).toList(),
        outcome.truncated(),
        outcome.use());
  }

  List<Violation> violations(List<Violation> violations) {
    return violations.stream()
        .map(one ->
            new Violation(
                one.kind(),
                one.severity(),
                one.witness(),
                one.action(),
                text(one.target()),
                one.at()))
        .toList();
  }

  private CapturedText captured(CapturedText text) {
    return text.text().isEmpty()
        ? text
        : new CapturedText(text(text.text()), text.totalBytes(), text.cut());
  }

  private ProgramError error(ProgramError error) {
    return new ProgramError(
        error.code(),
        error.type(),
        text(error.message()),
        textOrNull(error.hint()),
        textOrNull(error.traceback()),
        error.line());
  }

  private WorkingFile file(WorkingFile file) {
    return new WorkingFile(text(file.path()), file.size());
  }
}
