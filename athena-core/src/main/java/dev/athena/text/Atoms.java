package dev.athena.text;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs that stand for something else, such as {@code [EMAIL_07q2m9xw4tz8p]}: a type and symbols,
 * which are one term and no name made of words.
 */
public final class Atoms {
  private static final Pattern ATOM = Pattern.compile("\\[([A-Z]++(?:_[A-Z]++)*+)_([0-9a-z]{13})]");

  private Atoms() {}

  /**
   * Returns {@code text} with other words in the place of each.
   *
   * @param words is given the type in lower case, with blanks between its words, and the symbols
   */
  public static String replaced(String text, BiFunction<String, String, String> words) {
    if (text.indexOf('[') < 0) {
      return text;
    }
    Matcher matcher = ATOM.matcher(text);
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      String type = matcher.group(1).replace('_', ' ').toLowerCase(Locale.ROOT);
      replaced.append(text, from, matcher.start()).append(words.apply(type, matcher.group(2)));
      from = matcher.end();
    }
    return replaced.append(text, from, text.length()).toString();
  }

  /** Returns the symbols of each, with blanks between. */
  static String symbols(String text) {
    StringBuilder all = new StringBuilder();
    var _ =
        replaced(
            text,
            (_, symbols) -> {
              all.append(symbols).append(' ');
              return "";
            });
    return all.toString();
  }

  /** A question is for the one it names, and not for all of its type. */
  static String inQuestion(String text) {
    return replaced(text, (_, symbols) -> " " + symbols + " ");
  }
}
