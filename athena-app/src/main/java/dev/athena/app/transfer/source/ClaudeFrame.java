package dev.athena.app.transfer.source;

import dev.athena.app.transfer.source.Intake.Item;
import dev.athena.episodic.RememberEpisode;
import dev.athena.json.JsonObject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a transcript says of all that it holds.
 *
 * @param place where the line stands
 * @param time when it happened
 */
record ClaudeFrame(String place, JsonObject line, String time) {
  private static final int ID_LENGTH_MAX = 500;

  /** Returns the episode of something said. */
  Item said(String text) {
    String author = line.text("type").orElse("user");
    Cut content = Cut.of(text, RememberEpisode.CONTENT_LENGTH_MAX);
    JsonObject.Builder context = circumstances().put("author", author);
    line.text("uuid").ifPresent(uuid -> context.put("source_id", uuid));
    content.note(context, "truncated_from");
    return item(content.text(), author + "_message", context);
  }

  /** Returns an episode. */
  Item item(String content, String eventType, JsonObject.Builder context) {
    JsonObject episode =
        JsonObject.builder()
            .put("kind", "episodic")
            .put("content", content)
            .put("event_type", eventType)
            .put("context", context.build())
            .build();
    return new Item(place, episode, folder());
  }

  /** Returns the circumstances that all episodes of the line share. */
  JsonObject.Builder circumstances() {
    JsonObject.Builder context = JsonObject.builder();
    line.text("sessionId")
        .filter(id -> !id.isBlank())
        .ifPresent(id -> context.put("session_id", Cut.of(id, ID_LENGTH_MAX).text()));
    context.put("timestamp", time);
    line.text("cwd").ifPresent(cwd -> context.put("cwd", cwd));
    line.text("gitBranch")
        .filter(branch -> !branch.isBlank())
        .ifPresent(branch -> context.put("branch", branch));
    line.object("message")
        .flatMap(message -> message.text("model"))
        .ifPresent(model -> context.put("model", model));
    if (ClaudeTranscript.isOn(line, "isSidechain")) {
      context.put("phase", "subagent");
    }
    return context;
  }

  private @Nullable Path folder() {
    try {
      return line.text("cwd").map(Path::of).filter(Path::isAbsolute).orElse(null);
    } catch (InvalidPathException _) {
      return null;
    }
  }
}
