package dev.athena.semantic;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;

/** A request to remember one fact. */
public record RememberFact(String content, FactMetadata metadata) {
  /** The longest text taken, in characters; longer material belongs in an episode. */
  public static final int CONTENT_LENGTH_MAX = 8_000;

  public RememberFact {
    if (content.isBlank()) {
      throw new InvalidArgument("content is blank", "say in a sentence or two what is true");
    }
    if (Characters.count(content) > CONTENT_LENGTH_MAX) {
      throw new InvalidArgument(
          "content has %,d characters, the limit for a fact is %,d"
              .formatted(Characters.count(content), CONTENT_LENGTH_MAX),
          "remember it as an episode, or as several facts");
    }
  }
}
