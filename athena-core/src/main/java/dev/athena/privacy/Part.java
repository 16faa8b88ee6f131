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

  /** Returns this as it stands in the part of its text from {@code from} to {@code to}. */
  Part within(int from, int to) {
    int first = Math.max(start, from);
    int last = Math.min(end, to);
    Content here =
        content instanceof Content.Found(Sensitive value) && last - first < end - start
            ? new Content.Found(value.cut(first - start, last - start))
            : content;
    return new Part(first - from, last - from, here);
  }

  /** Returns this as it stands further on in a longer text. */
  Part moved(int by) {
    return new Part(start + by, end + by, content);
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
