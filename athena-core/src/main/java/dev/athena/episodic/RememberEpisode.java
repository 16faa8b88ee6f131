package dev.athena.episodic;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;

/** A request to remember one episode. */
public record RememberEpisode(String content, String eventType, EpisodeContext context) {
  /** The longest content taken, in characters. */
  public static final int CONTENT_LENGTH_MAX = 100_000;

  /** The longest event type, in characters. */
  public static final int TYPE_LENGTH_MAX = 100;

  /** The event type of an episode that names none. */
  public static final String DEFAULT_TYPE = "action";

  public RememberEpisode {
    if (content.isBlank()) {
      throw new InvalidArgument("content is blank", "say in a sentence or two what happened");
    }
    if (Characters.count(content) > CONTENT_LENGTH_MAX) {
      throw new InvalidArgument(
          "content has %,d characters, the limit is %,d"
              .formatted(Characters.count(content), CONTENT_LENGTH_MAX),
          "remember it in parts that share a session_id");
    }
    if (eventType.isBlank() || Characters.count(eventType) > TYPE_LENGTH_MAX) {
      throw new InvalidArgument(
          "event_type has %,d characters".formatted(Characters.count(eventType.strip())),
          "use 1 to %d characters, such as \"action\" or \"decision\"".formatted(TYPE_LENGTH_MAX));
    }
  }
}
