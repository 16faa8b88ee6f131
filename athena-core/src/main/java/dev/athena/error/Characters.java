package dev.athena.error;

/** The characters of a text, as every limit counts them: Unicode's code points, so 🦉 is one. */
public final class Characters {
  private Characters() {}

  /** Returns how many there are. */
  public static int count(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Returns the first of them, at most {@code max}. */
  public static String first(String text, int max) {
    return text.length() <= max || count(text) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max));
  }
}
