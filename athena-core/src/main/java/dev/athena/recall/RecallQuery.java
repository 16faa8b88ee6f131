package dev.athena.recall;

import dev.athena.error.Characters;
import dev.athena.error.InvalidArgument;
import dev.athena.index.SearchFilter;
import dev.athena.principal.Namespace;

/** A question to the memory. */
public record RecallQuery(Namespace namespace, String text, SearchFilter filter, int limit) {
  /** The longest question, in characters. */
  public static final int TEXT_LENGTH_MAX = 4_000;

  /** The most memories one question can bring up. */
  public static final int LIMIT_MAX = 100;

  public RecallQuery {
    if (text.isBlank()) {
      throw new InvalidArgument(
          "query is blank", "ask a question, or give a few words to look for");
    }
    if (Characters.count(text) > TEXT_LENGTH_MAX) {
      throw new InvalidArgument(
          "query has %,d characters, the limit is %,d"
              .formatted(Characters.count(text), TEXT_LENGTH_MAX),
          "ask for one thing in a sentence or two");
    }
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new InvalidArgument("limit is " + limit, "use 1 to " + LIMIT_MAX);
    }
  }
}
