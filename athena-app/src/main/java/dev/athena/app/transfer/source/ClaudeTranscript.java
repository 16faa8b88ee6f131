package dev.athena.app.transfer.source;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one transcript: what was said becomes an episode each, and so does each tool call, joined
 * with its result, which stands on a later line.
 *
 * <p>Left out are private thoughts, what the program added by itself, and its bookkeeping. The work
 * of subagents is taken: it happened.
 */
final class ClaudeTranscript {
  private final Intake intake;
  private final Map<String, ClaudeToolCall> open = new LinkedHashMap<>();
  private @Nullable String lastTime;

  ClaudeTranscript(Intake intake) {
    this.intake = intake;
  }

  /** Reads a line. */
  void line(String place, JsonObject line) {
    String type = line.text("type").orElse("");
    if (!type.equals("user") && !type.equals("assistant")) {
      intake.leaveOut(
          place, "bookkeeping, not a turn (" + (type.isEmpty() ? "no type" : type) + ")");
      return;
    }
    Optional<String> added = addedByProgram(line);
    if (added.isPresent()) {
      intake.leaveOut(place, added.get());
      return;
    }
    Optional<JsonObject> message = line.object("message");
    if (message.isEmpty()) {
      intake.leaveOut(place, "the turn has no message");
      return;
    }
    line.text("timestamp").ifPresent(time -> lastTime = time);
    String time = lastTime;
    if (time == null) {
      intake.leaveOut(place, "the turn has no time");
      return;
    }
    ClaudeFrame frame = new ClaudeFrame(place, line, time);
    Json content = message.get().find("content").orElse(Json.Null.VALUE);
    if (content instanceof Json.Text(String text)) {
      said(frame, text);
    } else if (content instanceof JsonArray(List<Json> blocks)) {
      blocks(frame, blocks);
    } else {
      intake.leaveOut(place, "the message has no content");
    }
  }

  /** Hands over the tool calls that never got a result. */
  void end() {
    open.values().forEach(call -> intake.take(call.withoutResult()));
    open.clear();
  }

  private static Optional<String> addedByProgram(JsonObject line) {
    if (isOn(line, "isMeta")) {
      return Optional.of("added by the program, not said (meta)");
    }
    if (isOn(line, "isCompactSummary")) {
      return Optional.of("a summary of turns that are there themselves");
    }
    if (isOn(line, "isApiErrorMessage")) {
      return Optional.of("an error of the connection to the model");
    }
    return Optional.empty();
  }

  private void blocks(ClaudeFrame frame, List<Json> blocks) {
    List<String> texts = new ArrayList<>();
    for (Json each : blocks) {
      JsonObject block = each instanceof JsonObject object ? object : JsonObject.EMPTY;
      switch (block.text("type").orElse("")) {
        case "text" -> texts.add(block.text("text").orElse(""));
        case "image" -> texts.add("[image]");
        case "document" -> texts.add("[document]");
        case "thinking", "redacted_thinking" ->
            intake.leaveOut(frame.place(), "private thoughts of the model");
        case "tool_use", "server_tool_use" -> begin(frame, block);
        case "tool_result" -> finish(frame, block);
        default ->
            intake.leaveOut(
                frame.place(), "a block of unknown type " + block.text("type").orElse("(none)"));
      }
    }
    if (!texts.isEmpty()) {
      said(frame, String.join("\n", texts));
    }
  }

  private void said(ClaudeFrame frame, String text) {
    if (text.isBlank()) {
      intake.leaveOut(frame.place(), "the turn is empty");
    } else if (text.startsWith("<command-") || text.startsWith("<local-command-")) {
      intake.leaveOut(frame.place(), "a command to the program itself");
    } else if (text.startsWith("[Request interrupted by user")) {
      intake.leaveOut(frame.place(), "an interruption");
    } else {
      intake.take(frame.said(text.strip()));
    }
  }

  private void begin(ClaudeFrame frame, JsonObject block) {
    Optional<String> id = block.text("id");
    if (id.isEmpty() || block.text("name").orElse("").isBlank()) {
      intake.leaveOut(frame.place(), "a tool call without id or name");
      return;
    }
    open.putIfAbsent(id.get(), new ClaudeToolCall(frame, id.get(), block));
  }

  private void finish(ClaudeFrame frame, JsonObject block) {
    ClaudeToolCall call = open.remove(block.text("tool_use_id").orElse(""));
    if (call == null) {
      intake.leaveOut(frame.place(), "a tool result whose call is not there");
    } else {
      intake.take(call.withResult(block, frame.time()));
    }
  }

  static boolean isOn(JsonObject line, String name) {
    return line.find(name).equals(Optional.of(Json.of(true)));
  }
}
