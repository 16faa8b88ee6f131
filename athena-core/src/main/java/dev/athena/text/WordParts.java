package dev.athena.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a name made of several words falls apart: {@code getUserName}, {@code HTTPServer}, {@code
 * snake_case}, {@code foo.Bar}, {@code python3}.
 */
final class WordParts {
  /** A piece without joints that has more parts is not made of words, and stays whole. */
  static final int PARTS_MAX = 12;

  private static final int LETTERS_BEFORE_NUMBER_MIN = 3;

  private WordParts() {}

  /** Returns whether {@code c} joins words without being of any of them. */
  private static boolean isJoint(char c) {
    return !Character.isLetterOrDigit(c) && !Character.isSurrogate(c) && c != '\'' && !isMark(c);
  }

  /**
   * Returns the parts of {@code name}, and before them each piece between joints that has several;
   * the name itself if nothing splits it.
   */
  static List<String> of(String name) {
    List<String> parts = new ArrayList<>(4);
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || isJoint(name.charAt(i))) {
        if (i > start) {
          addPiece(name.substring(start, i), parts);
        }
        start = i + 1;
      }
    }
    return parts;
  }

  private static void addPiece(String piece, List<String> parts) {
    parts.add(piece);
    int whole = parts.size();
    int start = 0;
    for (int i = 1; i < piece.length(); i++) {
      if (isBoundary(piece, start, i)) {
        parts.add(piece.substring(start, i));
        start = i;
      }
    }
    if (start > 0) {
      parts.add(piece.substring(start));
    }
    if (parts.size() - whole > PARTS_MAX) {
      parts.subList(whole, parts.size()).clear();
    }
  }

  private static boolean isBoundary(String piece, int start, int i) {
    char before = piece.charAt(i - 1);
    char here = piece.charAt(i);
    if (Character.isUpperCase(here)) {
      return Character.isLowerCase(before)
          || ((Character.isUpperCase(before) || Character.isDigit(before)) && startsWord(piece, i));
    }
    return Character.isDigit(here) && isNumbered(piece, start, i);
  }

  /** The piece ends in a number, and before it stands enough of a word, as in python3. */
  private static boolean isNumbered(String piece, int start, int i) {
    return i - start >= LETTERS_BEFORE_NUMBER_MIN
        && piece.chars().skip(start).limit(i - start).allMatch(Character::isLetter)
        && piece.chars().skip(i).allMatch(Character::isDigit);
  }

  /** The capital at {@code i} begins a word, as in HTTPServer; it ends one in PDFs. */
  private static boolean startsWord(String word, int i) {
    return i + 1 < word.length()
        && Character.isLowerCase(word.charAt(i + 1))
        && !(i + 2 == word.length() && word.charAt(i + 1) == 's');
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
