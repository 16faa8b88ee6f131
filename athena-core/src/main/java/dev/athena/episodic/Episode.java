package dev.athena.episodic;

import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param happenedAt when it happened
 * @param details all circumstances but the session, the time and the outcome
 */
public record Episode(
    MemoryId id,
    Namespace namespace,
    String content,
    String eventType,
    Instant happenedAt,
    @Nullable String sessionId,
    @Nullable String outcome,
    JsonObject details,
    Instant recordedAt,
    int revision)
    implements Memory {

  /** How a transcript names its speakers: one to three words and a colon at the very beginning. */
  private static final Pattern SPEAKER =
      Pattern.compile(
          "^(\\p{Lu}[\\p{L}\\p{M}'.-]{0,40}(?: \\p{Lu}[\\p{L}\\p{M}'.-]{0,40}){0,2}):\\s");

  /** Returns the one who said or did it: the circumstance `author` or `speaker`, else a `Name:`. */
  public Optional<String> author() {
    return details.text("author").or(() -> details.text("speaker")).or(this::leadingSpeaker);
  }

  @Override
  public JsonObject fields() {
    EpisodeContext context = new EpisodeContext(sessionId, happenedAt, outcome, details);
    return JsonObject.builder()
        .put("event_type", eventType)
        .putAll((JsonObject) JsonBinder.BASIC.write(context, EpisodeContext.class))
        .build();
  }

  /** Returns the same episode as another revision. */
  public Episode withRevision(int revision) {
    return new Episode(
        id,
        namespace,
        content,
        eventType,
        happenedAt,
        sessionId,
        outcome,
        details,
        recordedAt,
        revision);
  }

  private Optional<String> leadingSpeaker() {
    Matcher matcher = SPEAKER.matcher(content);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
