package dev.athena.detection;

/**
 * Where a value without quotes ends: a rule takes all up to the next space, and what a sentence, a
 * statement or a connection string puts after a value is not part of it.
 */
final class BareValue {
  private static final String ENDINGS = ".,;:)]}>*\\\"'`”’";
  private static final String OPENINGS = "([{";
  private static final String CLOSINGS = ")]}";

  private BareValue() {}

  /** Returns the candidate without what only follows the value. */
  static Candidate of(Candidate candidate) {
    String value = candidate.value();
    if (value.indexOf('\n') >= 0 || value.startsWith("-----BEGIN")) {
      return candidate;
    }
    int end = beforeEscapedBreak(value, cut(value));
    while (end > 1 && isEnding(value, end)) {
      end--;
    }
    return candidate.endingAt(candidate.start() + end);
  }

  /** Returns where another name begins, after a comma, a semicolon or an ampersand. */
  private static int cut(String value) {
    for (int i = 1; i < value.length(); i++) {
      char one = value.charAt(i);
      boolean separates = one == ';' || one == ',' || one == '&' || one == '|';
      if (separates && (i + 1 == value.length() || isAssignment(value, i + 1))) {
        return i;
      }
    }
    return value.length();
  }

  private static boolean isAssignment(String value, int from) {
    int at = from;
    while (at < value.length() && isOfName(value.charAt(at))) {
      at++;
    }
    boolean named = at > from && at < value.length();
    return named && (value.charAt(at) == '=' || value.charAt(at) == ':');
  }

  private static int beforeEscapedBreak(String value, int end) {
    int broken = value.indexOf("\\n", 1);
    return broken > 0 && broken < end ? broken : end;
  }

  private static boolean isEnding(String value, int end) {
    char last = value.charAt(end - 1);
    int closes = CLOSINGS.indexOf(last);
    if (closes >= 0) {
      return value.lastIndexOf(OPENINGS.charAt(closes), end - 1) < 0;
    }
    return ENDINGS.indexOf(last) >= 0;
  }

  private static boolean isOfName(char one) {
    return Character.isLetterOrDigit(one) || one == '_' || one == '-' || one == ' ';
  }
}
