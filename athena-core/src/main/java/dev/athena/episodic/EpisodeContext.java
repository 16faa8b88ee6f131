package dev.athena.episodic;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Doc;
import dev.athena.json.FreeKeys;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of an episode.
 *
 * @param sessionId the session it belongs to, or null
 * @param timestamp when it happened, or null for the moment it is remembered
 * @param outcome how it ended, such as {@code success} or {@code failure}, or null
 * @param details all other circumstances, as given
 */
public record EpisodeContext(
    @Doc("The session it belongs to.") @Nullable String sessionId,
    @Doc("When it happened; now if left out.") @Nullable Instant timestamp,
    @Doc("How it ended, such as success or failure.") @Nullable String outcome,
    @FreeKeys JsonObject details) {
  /** The most text all details may hold together, in characters of JSON. */
  public static final int DETAILS_LENGTH_MAX = 500_000;

  /** The longest session id and outcome, in characters. */
  public static final int NAME_LENGTH_MAX = 500;

  /** Circumstances of which nothing is known. */
  public static final EpisodeContext NONE = new EpisodeContext(null, null, null, JsonObject.EMPTY);

  public EpisodeContext {
    checkLength("session_id", sessionId);
    checkLength("outcome", outcome);
    int length = Characters.count(JsonCodec.write(details));
    if (length > DETAILS_LENGTH_MAX) {
      throw new InvalidArgument(
          "context has %,d characters, the limit is %,d".formatted(length, DETAILS_LENGTH_MAX),
          "leave out or shorten the largest of its values, usually `output`");
    }
  }

  private static void checkLength(String field, @Nullable String value) {
    if (value != null && (value.isBlank() || Characters.count(value) > NAME_LENGTH_MAX)) {
      throw new InvalidArgument(
          "context.%s has %,d characters".formatted(field, Characters.count(value.strip())),
          "use 1 to %,d characters, or leave it out".formatted(NAME_LENGTH_MAX));
    }
  }
}
