package dev.athena.detection;

import com.google.re2j.Pattern;

/**
 * A part of a text that a rule takes for a credential, before anybody asked what it is.
 *
 * @param lead where the match begins: at a keyword, if the rule asks for that
 * @param start the first character of the value
 * @param end the character after its last
 */
record Candidate(String text, int lead, int start, int end) {
  private static final Pattern FOLLOWING =
      Pattern.compile("[ \\t]+(?:#|//|--|<!--|[A-Za-z_][A-Za-z0-9_.-]*=)");

  private static final String QUOTES = "\"'`“„«‘";

  /** The longest name that is looked at, to either side of the keyword. */
  static final int NAME_LENGTH_MAX = 64;

  /** Returns the value. */
  String value() {
    return text.substring(start, end);
  }

  /** Returns this with another end of the value. */
  Candidate endingAt(int other) {
    return new Candidate(text, lead, start, other);
  }

  /** Tells whether quotes or tags tell where the value begins and ends. */
  boolean isQuoted() {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    return QUOTES.indexOf(before) >= 0 || (before == '>' && after() == '<');
  }

  /** Returns the name around the keyword: letters, digits, and what joins them in names. */
  String name() {
    return text.substring(nameStart(), nameEnd());
  }

  /** Returns what is between the name and the value. */
  String between() {
    return text.substring(Math.min(nameEnd(), start), start);
  }

  /** Returns what is between the name and the quote before the value. */
  String beforeQuote() {
    String between = between();
    return between.isEmpty() ? "" : between.substring(0, between.length() - 1);
  }

  /** Returns the character before the name, or a line break at the beginning of the text. */
  char beforeName() {
    int first = nameStart();
    return first == 0 ? '\n' : text.charAt(first - 1);
  }

  /** Returns the character after the value, or a line break at the end of the text. */
  char after() {
    return end < text.length() ? text.charAt(end) : '\n';
  }

  /** Returns what stands in the line before the name. */
  String lineBeforeName() {
    int first = nameStart();
    int from = first;
    while (from > 0 && first - from < NAME_LENGTH_MAX && !isBreak(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, first);
  }

  /** Tells whether the keyword is no later part of a name. */
  boolean beginsWord() {
    return lead == 0 || !isOfName(text.charAt(lead - 1));
  }

  /** Tells whether nothing but space is between the value and the end of its line. */
  boolean endsLine() {
    int at = end;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at == text.length() || isBreak(text.charAt(at)) || text.startsWith("\\n", at);
  }

  /** Tells whether the line ends after the value, or a remark or another setting follows. */
  boolean endsThere() {
    if (endsLine() || after() == ';' || after() == '&') {
      return true;
    }
    int limit = Math.min(text.length(), end + NAME_LENGTH_MAX);
    return FOLLOWING.matcher(text.substring(end, limit)).lookingAt();
  }

  private int nameStart() {
    int at = lead;
    while (at > 0 && lead - at < NAME_LENGTH_MAX && isOfName(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private int nameEnd() {
    int at = lead;
    while (at < start && at - lead < NAME_LENGTH_MAX && isOfName(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfName(char one) {
    return Character.isLetterOrDigit(one) || one == '_' || one == '-' || one == '.' || one == '$';
  }

  private static boolean isBreak(char one) {
    return one == '\n' || one == '\r';
  }
}
