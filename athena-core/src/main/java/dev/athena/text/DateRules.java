package dev.athena.text;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times by date: "2023-05-05", "5 May", "May 5th, 2023", "in May", "early June", "in 2023". */
final class DateRules {
  /** Months whose names are neither another word nor often that of a person. */
  private static final Set<String> CLEAR_MONTHS =
      Set.of("january", "february", "july", "september", "october", "november", "december");

  private static final Set<String> VERBS = Set.of("may", "march");
  private static final Set<String> BEFORE_MONTH =
      Set.of("in", "during", "since", "until", "till", "early", "mid", "late");
  private static final Set<String> BEFORE_CAPITAL_MONTH = Set.of("of", "-");
  private static final Set<String> BEFORE_YEAR =
      Set.of("in", "during", "of", "from", "year", "until", "till", "early", "mid", "late");
  private static final Set<String> BETWEEN_DAYS = Set.of("-", "to", "and", "through", "until");

  private static final Pattern IN_FIGURES = Pattern.compile("\\d{4}[-/]\\d{2}(?:[-/]\\d{2})?");

  /** How far back a leap day is looked for. */
  private static final int YEARS_BACK_MAX = 8;

  private DateRules() {}

  static @Nullable TimeExpression match(TimeWords words, int place, boolean expected) {
    if (IN_FIGURES.matcher(words.at(place)).matches()) {
      return inFigures(words, place);
    }
    TimeExpression found = dayFirst(words, place, expected);
    if (found == null) {
      found = monthFirst(words, place, expected);
    }
    if (found == null && words.isYear(place)) {
      boolean named = expected || BEFORE_YEAR.contains(words.at(place - 1));
      return named ? year(words.number(place), place + 1) : null;
    }
    return found;
  }

  /** Returns the day that begins at {@code place}, such as "5 May" or "May 5", or null. */
  static @Nullable TimeExpression day(TimeWords words, int place) {
    TimeExpression found = dayFirst(words, place, true);
    return found != null || words.day(place + 1) < 0 ? found : monthFirst(words, place, true);
  }

  private static TimeExpression inFigures(TimeWords words, int place) {
    String[] figures = words.at(place).split("[-/]", -1);
    int year = Integer.parseInt(figures[0]);
    int month = Integer.parseInt(figures[1]);
    if (month < 1 || month > Month.values().length) {
      return new TimeExpression(place + 1, false, now -> Optional.empty());
    }
    if (figures.length == 2) {
      return month(Month.of(month), year, place + 1);
    }
    int day = Integer.parseInt(figures[2]);
    return days(new Dates(Month.of(month), day, day, year), place + 1);
  }

  private static @Nullable TimeExpression dayFirst(TimeWords words, int place, boolean expected) {
    int first = words.day(place);
    int at = place + 1;
    int last = first;
    if (BETWEEN_DAYS.contains(words.at(at)) && words.day(at + 1) > 0) {
      last = words.day(at + 1);
      at += 2;
    }
    at = words.at(at).equals("of") ? at + 1 : at;
    Month month = CalendarWords.month(words.at(at)).orElse(null);
    if (first < 0 || month == null) {
      return null;
    }
    int yearAt = words.yearAfter(at + 1);
    boolean sure = expected || words.isOrdinal(place) || words.at(place - 1).equals("on");
    if (isVerb(words, at) && !sure && yearAt < 0) {
      return null;
    }
    return days(
        new Dates(month, first, last, words.number(yearAt)), yearAt < 0 ? at + 1 : yearAt + 1);
  }

  private static @Nullable TimeExpression monthFirst(TimeWords words, int place, boolean expected) {
    Month month = CalendarWords.month(words.at(place)).orElse(null);
    if (month == null) {
      return null;
    }
    int at = words.at(place + 1).equals(".") ? place + 2 : place + 1;
    boolean inMonth = words.at(place - 1).equals("in") && !words.isOrdinal(at);
    if (words.day(at) > 0 && (!inMonth || words.yearAfter(at + 1) > 0)) {
      boolean sure = expected || words.isOrdinal(at) || words.at(place - 1).equals("on");
      TimeExpression found = monthAndDay(words, month, at);
      return isVerb(words, place) && !sure && found.floating() ? null : found;
    }
    int yearAt = words.yearAfter(place + 1);
    if (yearAt > 0) {
      return month(month, words.number(yearAt), yearAt + 1);
    }
    return isMonth(words, place, expected) ? month(month, -1, place + 1) : null;
  }

  private static TimeExpression monthAndDay(TimeWords words, Month month, int place) {
    int first = words.day(place);
    int at = place + 1;
    int last = first;
    boolean goesOn = BETWEEN_DAYS.contains(words.at(at)) && words.day(at + 1) > 0;
    if (goesOn && CalendarWords.month(words.at(at + 2)).isEmpty()) {
      last = words.day(at + 1);
      at += 2;
    }
    int yearAt = words.yearAfter(at);
    return days(new Dates(month, first, last, words.number(yearAt)), yearAt < 0 ? at : yearAt + 1);
  }

  /** Returns whether the word at {@code place} is written as the verb it may be. */
  static boolean isVerb(TimeWords words, int place) {
    return VERBS.contains(words.at(place)) && !words.isCapital(place);
  }

  private static boolean isMonth(TimeWords words, int place, boolean expected) {
    String before = words.at(place - 1);
    return CLEAR_MONTHS.contains(words.at(place))
        || BEFORE_MONTH.contains(before)
        || ((expected || BEFORE_CAPITAL_MONTH.contains(before)) && !isVerb(words, place));
  }

  private static TimeExpression year(int year, int next) {
    return new TimeExpression(
        next,
        false,
        now -> Calendars.days(Year.of(year).atDay(1), Year.of(year + 1).atDay(1), now.getZone()));
  }

  /** A year below zero is the latest in which the month has begun. */
  private static TimeExpression month(Month month, int year, int next) {
    return new TimeExpression(
        next,
        year < 0,
        now -> {
          YearMonth latest = YearMonth.of(now.getYear(), month);
          YearMonth meant =
              latest.atDay(1).isAfter(now.toLocalDate()) ? latest.minusYears(1) : latest;
          YearMonth named = year < 0 ? meant : YearMonth.of(year, month);
          return Calendars.days(named.atDay(1), named.plusMonths(1).atDay(1), now.getZone());
        });
  }

  private static TimeExpression days(Dates dates, int next) {
    return new TimeExpression(next, dates.year() < 0, dates::meant);
  }

  /** Days of one month; a year below zero is the latest in which the first of them has begun. */
  private record Dates(Month month, int first, int last, int year) {
    Optional<TimeSpan> meant(ZonedDateTime now) {
      if (year >= 0) {
        return in(year, now);
      }
      for (int back = 0; back <= YEARS_BACK_MAX; back++) {
        Optional<TimeSpan> span = in(now.getYear() - back, now);
        if (span.isPresent() && !span.get().from().isAfter(now.toInstant())) {
          return span;
        }
      }
      return Optional.empty();
    }

    private Optional<TimeSpan> in(int namedYear, ZonedDateTime now) {
      YearMonth yearMonth = YearMonth.of(namedYear, month);
      if (!yearMonth.isValidDay(first) || !yearMonth.isValidDay(last) || last < first) {
        return Optional.empty();
      }
      LocalDate from = yearMonth.atDay(first);
      return Calendars.days(from, yearMonth.atDay(last).plusDays(1), now.getZone());
    }
  }
}
