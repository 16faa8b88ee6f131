package dev.athena.execution;

import dev.athena.error.Characters;

/** Text of unknown origin, made fit to be shown. */
final class ShownText {
  private ShownText() {}

  /**
   * Returns {@code text} on one line, with what steers a terminal or the direction of writing, what
   * cannot be seen, and halves of characters spelled as their numbers.
   */
  static String plain(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (isVisible(c)) {
            shown.appendCodePoint(c);
          } else {
            shown.append("\\u{").append(Integer.toHexString(c)).append('}');
          }
        });
    return shown.toString();
  }

  /**
   * Returns {@code text} as {@link #plain} does, cut if it has more than {@code max} characters.
   */
  static String plain(String text, int max) {
    String plain = plain(text);
    String first = Characters.first(plain, max);
    return first.length() < plain.length() ? Characters.first(plain, max - 1) + "…" : plain;
  }

  /** Returns {@code text} as {@link #plain} does, for HTML, in an element or an attribute. */
  static String html(String text) {
    return plain(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
