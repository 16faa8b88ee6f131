package dev.athena.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the time an English question speaks of: "last Tuesday", "in May 2023", "3 days ago",
 * "between 3 May and 10 May".
 *
 * <p>Questions to a memory look back: a month, a day or a season without a year is the latest that
 * has begun. "Last week" is the calendar week before this one, from Monday; "the last week" and
 * "the past 7 days" reach back from now. Words that may be no time ("may", "march", "April" who may
 * be a person) count only beside words that make them one. Dates in figures are read as year,
 * month, day only, since 5/3 means two days in two countries. Seasons are northern.
 *
 * <p>Two times joined by "to", "until" or a dash, or by "between" and "and", are one span; of other
 * times the first is taken. A date that does not exist is none.
 */
public final class TimeExpressions {
  /** The number of characters of a question that are read. */
  public static final int QUESTION_LENGTH_MAX = 4_000;

  private TimeExpressions() {}

  /** The number of earlier years to which a time without a year may belong. */
  public static final int YEARS_BACK_MAX = 20;

  /** Returns the time {@code question} speaks of when it is asked at {@code now}. */
  public static Optional<TimeSpan> find(String question, Instant now, ZoneId zone) {
    return candidates(question, now, zone).stream().findFirst();
  }

  /**
   * Returns the times {@code question} may speak of, the likeliest first: for a day, month or
   * season without a year the latest that has begun, and the same in the years before.
   */
  public static List<TimeSpan> candidates(String question, Instant now, ZoneId zone) {
    return apart(question, now, zone).times();
  }

  /** Returns the times {@code question} may speak of, and what else it says. */
  public static TimedQuestion apart(String question, Instant now, ZoneId zone) {
    TimeWords words = TimeWords.of(question);
    ZonedDateTime asked = now.atZone(zone);
    for (int place = 0; place < words.size(); ) {
      TimeExpression expression = TimeRanges.match(words, place);
      if (expression == null) {
        place++;
        continue;
      }
      Optional<TimeSpan> meant = expression.meant(asked);
      if (meant.isPresent()) {
        List<TimeSpan> times =
            expression.floating() ? inEarlierYearsToo(expression, asked) : meant.stream().toList();
        return new TimedQuestion(times, words.without(place, expression.next()));
      }
      place = expression.next();
    }
    return new TimedQuestion(List.of(), words.text());
  }

  private static List<TimeSpan> inEarlierYearsToo(TimeExpression expression, ZonedDateTime asked) {
    return IntStream.rangeClosed(0, YEARS_BACK_MAX)
        .mapToObj(years -> expression.meant(asked.minusYears(years)))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
