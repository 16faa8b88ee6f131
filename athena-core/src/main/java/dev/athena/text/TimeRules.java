package dev.athena.text;

import org.jspecify.annotations.Nullable;

/** Tries the kinds of times that may begin at a place. */
final class TimeRules {
  private TimeRules() {}

  /** Returns the time that begins at {@code place}, or null. */
  static @Nullable TimeExpression match(TimeWords words, int place) {
    return match(words, place, false);
  }

  /** Returns the same after words that let a time be expected, such as "since" and "between". */
  static @Nullable TimeExpression expected(TimeWords words, int place) {
    return match(words, words.at(place).equals("the") ? place + 1 : place, true);
  }

  private static @Nullable TimeExpression match(TimeWords words, int place, boolean expected) {
    TimeExpression found = DateRules.match(words, place, expected);
    if (found == null) {
      found = DayRules.match(words, place);
    }
    if (found == null) {
      found = AnchoredRules.match(words, place);
    }
    if (found == null) {
      found = PeriodRules.match(words, place);
    }
    if (found == null) {
      found = SeasonRules.match(words, place, expected);
    }
    return found;
  }
}
