package dev.athena.detection;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as names are compared: compatible characters are one (NFKC), case does not count, and any
 * blanks are one blank. It knows where each of its characters comes from.
 */
final class FoldedText {
  private final StringBuilder folded;
  private int[] origins;

  private FoldedText(int length) {
    this.folded = new StringBuilder(length);
    this.origins = new int[length + 1];
  }

  static FoldedText of(String original) {
    FoldedText text = new FoldedText(original.length());
    int i = 0;
    while (i < original.length()) {
      int end = clusterEnd(original, i);
      text.append(original, i, end);
      i = end;
    }
    text.note(original.length());
    return text;
  }

  int length() {
    return folded.length();
  }

  char charAt(int index) {
    return folded.charAt(index);
  }

  /** Returns the characters as they are compared. */
  char[] characters() {
    char[] characters = new char[folded.length()];
    folded.getChars(0, characters.length, characters, 0);
    return characters;
  }

  /** Returns where in the original the character at {@code index} begins, or where it ends. */
  int origin(int index) {
    return origins[index];
  }

  @Override
  public String toString() {
    return folded.toString();
  }

  private void note(int origin) {
    if (folded.length() == origins.length) {
      origins = Arrays.copyOf(origins, 2 * origins.length);
    }
    origins[folded.length()] = origin;
  }

  private void append(String original, int start, int end) {
    char first = original.charAt(start);
    if (end == start + 1 && first < 0x80) {
      append(Character.toLowerCase(first), start);
      return;
    }
    Normalizer.normalize(original.substring(start, end), Normalizer.Form.NFKC)
        .codePoints()
        .map(one -> Character.toLowerCase(Character.toUpperCase(one)))
        .forEach(one -> {
          for (char half : Character.toChars(one)) {
            append(half, start);
          }
        });
  }

  private void append(char one, int origin) {
    boolean blank = Character.isWhitespace(one) || Character.isSpaceChar(one);
    if (blank && !folded.isEmpty() && folded.charAt(folded.length() - 1) == ' ') {
      return;
    }
    note(origin);
    folded.append(blank ? ' ' : one);
  }

  /** A character ends after the marks that belong to it. */
  private static int clusterEnd(String text, int start) {
    int end = start + Character.charCount(text.codePointAt(start));
    while (end < text.length() && isMark(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isMark(int one) {
    if (one < 0x300) {
      return false;
    }
    int type = Character.getType(one);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
