package dev.athena.detection;

import java.util.List;

/**
 * Texts of which one stands wherever a pattern matches; to look for them takes less than to try the
 * pattern.
 *
 * @param texts one of letters counts only where a word begins; if there are none, nothing is known
 * @param near whether one stands in the word of the keyword, or just after it and the blanks that
 *     follow
 */
record Signs(List<String> texts, boolean near) {
  /** Nothing is known of a pattern. */
  static final Signs NONE = new Signs(List.of(), false);

  /** A sign may stand behind so many characters, such as those that lead a text in quotes. */
  private static final int LED = 2;

  Signs {
    texts = List.copyOf(texts);
  }

  /**
   * Returns whether a pattern may match at {@code start}, where a keyword begins.
   *
   * @param keywordEnd where the keyword ends
   * @param end so far the pattern sees
   */
  boolean mayMatch(String text, int start, int keywordEnd, int end) {
    if (texts.isEmpty()) {
      return true;
    }
    int until = near ? Math.min(end, afterBlanks(text, wordEnd(text, keywordEnd)) + LED + 1) : end;
    for (String sign : texts) {
      if (stands(sign, text, start, until)) {
        return true;
      }
    }
    return false;
  }

  private static boolean stands(String sign, String text, int start, int end) {
    int at = text.indexOf(sign, start, end);
    boolean word = Edges.isWord(sign.charAt(0));
    while (at > 0 && word && isAscii(text.charAt(at - 1))) {
      at = text.indexOf(sign, at + 1, end);
    }
    return at >= 0;
  }

  /** Returns whether it is one of the characters that RE2 holds to be of words. */
  private static boolean isAscii(char one) {
    return one < 0x80 && Edges.isWord(one);
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) > ' ') {
      end++;
    }
    return end;
  }

  private static int afterBlanks(String text, int from) {
    int end = from;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return end;
  }
}
