package dev.athena.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Seasons, weekends and months as "last", "this" and "next": "last summer", "on the weekend". */
final class SeasonRules {
  private static final int SEASON_MONTHS = 3;
  private static final Set<String> BEFORE_WEEKEND =
      Set.of("in", "during", "over", "on", "at", "the");
  private static final Set<String> BEFORE_SEASON = Set.of("in", "during", "over");
  private static final Set<String> QUALIFIERS = Set.of("last", "previous", "this", "next");

  private SeasonRules() {}

  static @Nullable TimeExpression match(TimeWords words, int place, boolean expected) {
    String qualifier = QUALIFIERS.contains(words.at(place)) ? words.at(place) : "";
    int at = qualifier.isEmpty() ? place : place + 1;
    boolean named = expected || !qualifier.isEmpty();
    if (words.at(at).equals("weekend")) {
      return named || BEFORE_WEEKEND.contains(words.at(place - 1))
          ? weekend(qualifier, at + 1)
          : null;
    }
    if (CalendarWords.season(words.at(at)).isPresent()) {
      return season(words, qualifier, at, named);
    }
    return qualifier.isEmpty() ? null : month(words, qualifier, at);
  }

  private static @Nullable TimeExpression season(
      TimeWords words, String qualifier, int place, boolean named) {
    Month first = CalendarWords.season(words.at(place)).orElseThrow();
    int yearAt = words.yearAfter(place + 1);
    if (qualifier.isEmpty() && yearAt > 0) {
      return months(new Months(first, SEASON_MONTHS, words.number(yearAt)), "", yearAt + 1);
    }
    if (words.isCapital(place) && words.isCapital(place + 1)) {
      return null; // the Spring Festival
    }
    int before = words.at(place - 1).equals("the") ? place - 2 : place - 1;
    boolean placed = BEFORE_SEASON.contains(words.at(before)) && !words.at(place + 1).equals("of");
    return named || placed
        ? months(new Months(first, SEASON_MONTHS, -1), qualifier, place + 1)
        : null;
  }

  private static @Nullable TimeExpression month(TimeWords words, String qualifier, int place) {
    Month month = CalendarWords.month(words.at(place)).orElse(null);
    boolean dated = words.day(place + 1) > 0 || words.yearAfter(place + 1) > 0;
    return month == null || dated || DateRules.isVerb(words, place)
        ? null
        : months(new Months(month, 1, -1), qualifier, place + 1);
  }

  private static TimeExpression months(Months months, String qualifier, int next) {
    boolean floating = qualifier.isEmpty() && months.year() < 0;
    return new TimeExpression(next, floating, now -> months.meant(qualifier, now));
  }

  private static TimeExpression weekend(String qualifier, int next) {
    return new TimeExpression(
        next,
        qualifier.isEmpty(),
        now -> {
          LocalDate today = now.toLocalDate();
          LocalDate saturday = today.with(DayOfWeek.SATURDAY);
          LocalDate meant =
              switch (qualifier) {
                case "last", "previous" -> saturday.minusWeeks(1);
                case "this" -> saturday;
                case "next" -> saturday.plusWeeks(1);
                default -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
              };
          return Calendars.days(meant, meant.plusDays(2), now.getZone());
        });
  }

  /** As many months from {@code first}, in the year named or in one that is looked for. */
  private record Months(Month first, int count, int year) {
    Optional<TimeSpan> meant(String qualifier, ZonedDateTime now) {
      LocalDate from = LocalDate.of(year < 0 ? now.getYear() : year, first, 1);
      if (year < 0) {
        from = near(from, qualifier, now.toLocalDate());
      }
      return Calendars.days(from, from.plusMonths(count), now.getZone());
    }

    private LocalDate near(LocalDate inThisYear, String qualifier, LocalDate today) {
      LocalDate begun = inThisYear.isAfter(today) ? inThisYear.minusYears(1) : inThisYear;
      boolean over = !begun.plusMonths(count).isAfter(today);
      return switch (qualifier) {
        case "last", "previous" -> over ? begun : begun.minusYears(1);
        case "next" -> begun.plusYears(1);
        case "this" -> over && begun.getYear() < today.getYear() ? begun.plusYears(1) : begun;
        default -> begun;
      };
    }
  }
}
