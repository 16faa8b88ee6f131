package dev.athena.app.transfer.source;

import dev.athena.app.transfer.source.Intake.Item;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A tool call of a transcript.
 *
 * @param frame the line it stands on
 * @param block the block of the message that it is
 */
record ClaudeToolCall(ClaudeFrame frame, String id, JsonObject block) {
  /** The most characters kept of an output, and of each text in the arguments. */
  static final int TEXT_LENGTH_MAX = 20_000;

  /** The most characters of an argument in the sentence that tells of the call. */
  private static final int TOLD_LENGTH_MAX = 1_000;

  private static final int ARGUMENTS_LENGTH_MAX = 200_000;
  private static final int NAME_LENGTH_MAX = 500;
  private static final int FAILURE_TOLD_MAX = 500;

  /** The arguments that tell what a call was about, the most telling first. */
  private static final List<String> TELLING =
      List.of(
          "description",
          "command",
          "file_path",
          "notebook_path",
          "pattern",
          "query",
          "url",
          "path",
          "skill",
          "prompt");

  /** Returns the episode of a call that never got a result. */
  Item withoutResult() {
    JsonObject.Builder context = circumstances().put("outcome", "no result");
    return frame.item(told(), "tool_call", context);
  }

  /** Returns the episode of the call with its result, which came at {@code end}. */
  Item withResult(JsonObject result, String end) {
    boolean failed = ClaudeTranscript.isOn(result, "is_error");
    Cut output = Cut.of(text(result.find("content").orElse(Json.Null.VALUE)), TEXT_LENGTH_MAX);
    JsonObject.Builder context =
        circumstances().put("outcome", failed ? "failure" : "success").put("output", output.text());
    output.note(context, "truncated_from");
    duration(end).ifPresent(millis -> context.put("duration_ms", millis));
    String failure =
        failed ? "\nfailed: " + Cut.of(output.text().strip(), FAILURE_TOLD_MAX).text() : "";
    return frame.item(told() + failure, "tool_call", context);
  }

  private JsonObject.Builder circumstances() {
    JsonObject.Builder context = frame.circumstances();
    context.put("author", "assistant").put("tool", tool()).put("source_id", id);
    Json arguments = Cut.deep(input(), TEXT_LENGTH_MAX);
    String written = JsonCodec.write(arguments);
    if (written.length() <= ARGUMENTS_LENGTH_MAX) {
      context.put("arguments", arguments);
    } else {
      context.put("arguments", Cut.of(written, ARGUMENTS_LENGTH_MAX).text());
      context.put("arguments_truncated_from", (long) written.length());
    }
    input()
        .text("file_path")
        .or(() -> input().text("notebook_path"))
        .ifPresent(file -> context.put("files", Json.ofTexts(List.of(file))));
    return context;
  }

  private String told() {
    StringBuilder told = new StringBuilder(tool());
    TELLING.stream()
        .flatMap(name -> input().text(name).stream())
        .filter(argument -> !argument.isBlank())
        .limit(2)
        .forEach(argument ->
            told.append(told.length() == tool().length() ? ": " : " — ")
                .append(Cut.of(argument.strip(), TOLD_LENGTH_MAX).text()));
    return told.toString();
  }

  private String tool() {
    return Cut.of(block.text("name").orElse(""), NAME_LENGTH_MAX).text();
  }

  private JsonObject input() {
    return block.object("input").orElse(JsonObject.EMPTY);
  }

  private Optional<Long> duration(String end) {
    try {
      return Optional.of(
              Duration.between(Instant.parse(frame.time()), Instant.parse(end)).toMillis())
          .filter(millis -> millis >= 0);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String text(Json content) {
    return switch (content) {
      case Json.Text(String text) -> text;
      case JsonArray(List<Json> blocks) ->
          String.join("\n", blocks.stream().map(ClaudeToolCall::blockText).toList());
      case Json.Null _ -> "";
      default -> JsonCodec.write(content);
    };
  }

  private static String blockText(Json block) {
    JsonObject object = block instanceof JsonObject known ? known : JsonObject.EMPTY;
    return object.text("text").orElseGet(() -> "[" + object.text("type").orElse("unknown") + "]");
  }
}
