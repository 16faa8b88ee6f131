package dev.athena.models;

/** Text that native code can read: bounded, and without halves of characters. */
final class PlainText {
  private static final char REPLACEMENT = '\uFFFD';

  private PlainText() {}

  /**
   * Returns the first {@code charactersMax} characters of {@code text}, lone surrogates replaced.
   */
  static String of(String text, int charactersMax) {
    String head = text.length() <= charactersMax ? text : text.substring(0, charactersMax);
    StringBuilder plain = new StringBuilder(head.length());
    head.codePoints().map(PlainText::whole).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static int whole(int codePoint) {
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return half ? REPLACEMENT : codePoint;
  }
}
