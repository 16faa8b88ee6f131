package dev.athena.privacy;

import java.util.function.UnaryOperator;

/**
 * A text with what stands behind its pseudonyms in their places, on its way out of Athena. It
 * prints with the pseudonyms.
 */
public final class Opened {
  private final String shown;
  private final String value;
  private final boolean isPrivate;

  private Opened(String shown, String value, boolean isPrivate) {
    this.shown = shown;
    this.value = value;
    this.isPrivate = isPrivate;
  }

  /** Returns a text that holds nothing private. */
  public static Opened same(String text) {
    return new Opened(text, text, false);
  }

  static Opened of(String shown, String value) {
    return new Opened(shown, value, true);
  }

  /** Returns what is to be sent. */
  public String value() {
    return value;
  }

  /** Returns the same, written in another way. */
  public Opened map(UnaryOperator<String> writing) {
    return new Opened(shown, writing.apply(value), isPrivate);
  }

  /** Returns whether it holds a value that has a pseudonym. */
  public boolean isPrivate() {
    return isPrivate;
  }

  @Override
  public String toString() {
    return shown;
  }
}
