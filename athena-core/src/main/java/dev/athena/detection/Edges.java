package dev.athena.detection;

/** Whether what was found stands alone or is a piece of something longer. */
final class Edges {
  private Edges() {}

  static boolean isDigit(char one) {
    return one >= '0' && one <= '9';
  }

  /** Returns how many digits there are from {@code start} to before {@code end}. */
  static int digits(String text, int start, int end) {
    int digits = 0;
    for (int i = start; i < end; i++) {
      digits += isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  /** Letters, digits and what joins them in the names of programs. */
  static boolean isWord(char one) {
    return one == '_' || (one < 0x80 ? isAsciiWord(one) : Character.isLetterOrDigit(one));
  }

  private static boolean isAsciiWord(char one) {
    return isDigit(one) || isLetter(one);
  }

  /** Returns whether it is a letter of ASCII. */
  static boolean isLetter(char one) {
    return (one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z');
  }

  /** Returns whether a number may begin at {@code start}: no word, sign or fraction leads to it. */
  static boolean isFreeBefore(String text, int start) {
    if (start == 0) {
      return true;
    }
    char before = text.charAt(start - 1);
    if (isWord(before)) {
      return isEscape(text, start);
    }
    if (start < 2) {
      return true;
    }
    char earlier = text.charAt(start - 2);
    return switch (before) {
      case '.' -> !isDigit(earlier);
      case '-', '+' -> !isWord(earlier);
      default -> true;
    };
  }

  /** Returns whether a number may end before {@code end}. */
  static boolean isFreeAfter(String text, int end) {
    if (end == text.length()) {
      return true;
    }
    char after = text.charAt(end);
    if (isWord(after)) {
      return false;
    }
    if ((after != '-' && after != '.') || end + 1 == text.length()) {
      return true;
    }
    char next = text.charAt(end + 1);
    return after == '.' ? !isDigit(next) : !isWord(next);
  }

  /** Returns whether the letter before {@code start} is that of an escape such as a line's end. */
  static boolean isEscape(String text, int start) {
    return start >= 2
        && "nrt".indexOf(text.charAt(start - 1)) >= 0
        && text.charAt(start - 2) == '\\';
  }
}
