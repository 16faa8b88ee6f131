package dev.athena.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question as words, numbers, dates and marks, each reachable by its place.
 *
 * <p>Every place may be asked for; beyond the ends is the empty word.
 */
final class TimeWords {
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![\\w/.-])\\d{4}([-/])\\d{2}(?:\\1\\d{2})?(?![\\d/-])|[\\p{L}\\p{N}_]++(?:'s\\b)?|\\S");

  private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}(?:st|nd|rd|th)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
  private static final int YEAR_MIN = 1900;
  private static final int YEAR_MAX = 2199;
  private static final int DAY_MAX = 99;

  private final String text;
  private final List<String> words;
  private final List<Integer> starts;

  private TimeWords(String text, List<String> words, List<Integer> starts) {
    this.text = text;
    this.words = words;
    this.starts = starts;
  }

  static TimeWords of(String question) {
    String plain = PlainText.of(question);
    int end = Math.min(plain.length(), TimeExpressions.QUESTION_LENGTH_MAX);
    String text = plain.substring(0, end);
    List<String> words = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String word = matcher.group();
      starts.add(matcher.start());
      words.add(word.endsWith("'s") ? word.substring(0, word.length() - 2) : word);
    }
    return new TimeWords(text, words, starts);
  }

  /** Returns the question in plain spelling. */
  String text() {
    return text;
  }

  /** Returns the same without the words from one place to before another. */
  String without(int from, int to) {
    return text.substring(0, startOf(from)) + " " + text.substring(startOf(to));
  }

  private int startOf(int place) {
    return place < starts.size() ? starts.get(place) : text.length();
  }

  int size() {
    return words.size();
  }

  /** Returns the word in lower case. */
  String at(int place) {
    return raw(place).toLowerCase(Locale.ROOT);
  }

  boolean isCapital(int place) {
    String word = raw(place);
    return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
  }

  boolean isOrdinal(int place) {
    return ORDINAL.matcher(at(place)).matches();
  }

  /** Returns the number written in digits, or -1. */
  int number(int place) {
    String word = raw(place);
    return NUMBER.matcher(word).matches() ? Integer.parseInt(word) : -1;
  }

  /** Returns the number that may be meant for a day of a month, existing or not, or -1. */
  int day(int place) {
    String word = at(place);
    int number =
        ORDINAL.matcher(word).matches()
            ? Integer.parseInt(word.substring(0, word.length() - 2))
            : number(place);
    return number >= 1 && number <= DAY_MAX ? number : -1;
  }

  boolean isYear(int place) {
    int number = number(place);
    return number >= YEAR_MIN && number <= YEAR_MAX;
  }

  /** Returns the place of the year that follows directly or after a comma or "of", or -1. */
  int yearAfter(int place) {
    if (isYear(place)) {
      return place;
    }
    String joint = at(place);
    return (joint.equals(",") || joint.equals("of")) && isYear(place + 1) ? place + 1 : -1;
  }

  private String raw(int place) {
    return place >= 0 && place < words.size() ? words.get(place) : "";
  }
}
