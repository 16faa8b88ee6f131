package dev.athena.privacy;

import java.util.Map;

/**
 * A part of a text in whose place a pseudonym is to stand.
 *
 * @param start its first character
 * @param end the character after its last
 */
record Part(int start, int end, Content content) {
  /** What stands there now. */
  sealed interface Content {
    /** Something sensitive, whose pseudonym is to be found out. */
    record Found(Sensitive value) implements Content {}

    /** A pseudonym that was written in another way, as people and models copy it. */
    record Known(Pseudonym pseudonym) implements Content {}
  }

  /** Returns this in a text in which it stands so many characters later. */
  Part movedBy(int characters) {
    return new Part(start + characters, end + characters, content);
  }

  /** Returns what is to stand there. */
  Pseudonym pseudonym(Map<Sensitive, Pseudonym> names) {
    return switch (content) {
      case Content.Known(Pseudonym pseudonym) -> pseudonym;
      case Content.Found(Sensitive value) -> {
        Pseudonym name = names.get(value);
        if (name == null) {
          throw new IllegalStateException("a value without a pseudonym");
        }
        yield name;
      }
    };
  }
}
