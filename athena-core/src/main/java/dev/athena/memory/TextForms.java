package dev.athena.memory;

import java.text.Normalizer;
import java.util.Locale;

/** The forms in which texts are compared. Making them takes time linear in the length. */
final class TextForms {
  /**
   * The most marks on one letter that are put in order; what follows is ordered on its own.
   * Ordering takes the square of their number, and no language needs that many (Unicode's UAX 15
   * has 30).
   */
  private static final int MARKS_MAX = 32;

  private TextForms() {}

  /** Returns a text in NFC, with one blank for each run of white space. */
  static String composed(String text) {
    return withSingleBlanks(normalised(text, Normalizer.Form.NFC));
  }

  /**
   * Returns a text as it is without case, as in Unicode's NFKC_Casefold: what differs only in case,
   * in white space, in how its letters are composed or in characters that are not seen is the same.
   * The letters i with and without a dot are one.
   */
  static String folded(String text) {
    return withSingleBlanks(isAscii(text) ? text.toLowerCase(Locale.ROOT) : foldedFully(text));
  }

  /**
   * There and back, because only upper case spells ß and ligatures out. Letters are lowered one by
   * one, so that a sigma is the same at the end of a word; what changes is composed anew.
   */
  private static String foldedFully(String text) {
    String upper = lowered(normalised(text, Normalizer.Form.NFKC)).toUpperCase(Locale.ROOT);
    String lower = lowered(normalised(upper, Normalizer.Form.NFKC));
    return normalised(lower, Normalizer.Form.NFKC);
  }

  private static String lowered(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(c -> lower.appendCodePoint(Character.toLowerCase(c)));
    return lower.toString();
  }

  private static String normalised(String text, Normalizer.Form form) {
    StringBuilder normal = new StringBuilder(text.length());
    int from = 0;
    int marks = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      marks = isMark(text.codePointAt(i)) ? marks + 1 : 0;
      if (marks > MARKS_MAX) {
        normal.append(Normalizer.normalize(text.substring(from, i), form));
        from = i;
        marks = 1;
      }
    }
    return normal.append(Normalizer.normalize(text.substring(from), form)).toString();
  }

  private static String withSingleBlanks(String text) {
    StringBuilder single = new StringBuilder(text.length());
    boolean between = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isWhiteSpace(c)) {
        single.append(c);
      } else if (!between) {
        single.append(' ');
      }
      between = isWhiteSpace(c);
    }
    return single.toString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** Unicode's property White_Space. */
  private static boolean isWhiteSpace(char c) {
    return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }
}
