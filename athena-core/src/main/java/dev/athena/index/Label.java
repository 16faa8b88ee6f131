package dev.athena.index;

import dev.athena.text.TextAnalysis;
import java.util.Locale;

/** A property that memories can be filtered by, compared without regard to case. */
public record Label(String field, String value) {
  /** The longest value, in characters; longer ones are cut, on both sides alike. */
  public static final int VALUE_LENGTH_MAX = 500;

  /** The label of every memory that has an author. */
  public static final Label ANY_AUTHOR = new Label("author", "*");

  public Label {
    String lower = value.strip().toLowerCase(Locale.ROOT);
    value = lower.substring(0, Math.min(VALUE_LENGTH_MAX, lower.length()));
  }

  /** Returns the label of an event type or memory type. */
  public static Label type(String type) {
    return new Label("type", type);
  }

  /** Returns the label of a tag. */
  public static Label tag(String tag) {
    return new Label("tag", tag);
  }

  /** Returns the label of a session. */
  public static Label session(String sessionId) {
    return new Label("session", sessionId);
  }

  /** Returns the label of the one who said or did it. */
  public static Label author(String name) {
    return new Label("author", String.join(" ", TextAnalysis.nameWords(name)));
  }
}
