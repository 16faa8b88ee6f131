package dev.athena.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Times by length: "last week", "3 days ago", "the past 24 hours", "the year before last". */
final class PeriodRules {
  private static final Set<String> BACK = Set.of("last", "past", "previous");

  private PeriodRules() {}

  static @Nullable TimeExpression match(TimeWords words, int place) {
    TimeExpression found = ago(words, place);
    if (found == null) {
      found = reachingBack(words, place);
    }
    if (found == null) {
      found = calendar(words, place);
    }
    return found;
  }

  private static @Nullable TimeExpression ago(TimeWords words, int place) {
    Amount amount = Amount.at(words, place);
    TemporalUnit unit = amount == null ? null : unit(words, amount.next());
    if (amount == null || unit == null || !words.at(amount.next() + 1).equals("ago")) {
      return null;
    }
    return new TimeExpression(
        amount.next() + 2,
        false,
        now -> unit.isTimeBased() ? hoursAgo(amount, unit, now) : daysAgo(amount, unit, now));
  }

  /** Half a unit before and after the moment named. */
  private static Optional<TimeSpan> hoursAgo(Amount amount, TemporalUnit unit, ZonedDateTime now) {
    Duration half = unit.getDuration().dividedBy(2);
    Instant from = now.toInstant().minus(amount.most(), unit).minus(half);
    return Calendars.span(from, now.toInstant().minus(amount.least(), unit).plus(half));
  }

  /** The days, weeks or longer units that lie so many of them before a day. */
  static Optional<TimeSpan> daysAgo(Amount amount, TemporalUnit unit, ZonedDateTime now) {
    LocalDate today = now.toLocalDate();
    LocalDate from = Calendars.startOf(unit, today.minus(amount.most(), unit));
    LocalDate last = Calendars.startOf(unit, today.minus(amount.least(), unit));
    return Calendars.days(from, last.plus(1, unit), now.getZone());
  }

  /** The days, weeks or longer units that lie so many of them after a day. */
  static Optional<TimeSpan> daysOn(Amount amount, TemporalUnit unit, ZonedDateTime from) {
    LocalDate day = from.toLocalDate();
    LocalDate first = Calendars.startOf(unit, day.plus(amount.least(), unit));
    LocalDate last = Calendars.startOf(unit, day.plus(amount.most(), unit));
    return Calendars.days(first, last.plus(1, unit), from.getZone());
  }

  /** "The last 3 days", "the past month": back from now. */
  private static @Nullable TimeExpression reachingBack(TimeWords words, int place) {
    if (!BACK.contains(words.at(place))) {
      return null;
    }
    Amount amount = Amount.at(words, place + 1);
    if (amount == null && isOneBack(words, place)) {
      amount = new Amount(1, 1, place + 1);
    }
    TemporalUnit unit = amount == null ? null : unit(words, amount.next());
    if (amount == null || unit == null) {
      return null;
    }
    int most = amount.most();
    return new TimeExpression(
        amount.next() + 1,
        false,
        now -> Calendars.span(now.minus(most, unit).toInstant(), now.toInstant()));
  }

  /** "The last week" but not "the last week of May", "the past day" but not "the last day". */
  private static boolean isOneBack(TimeWords words, int place) {
    if (words.at(place + 2).equals("of")) {
      return false;
    }
    return switch (words.at(place)) {
      case "past" -> true;
      case "last" ->
          words.at(place - 1).equals("the")
              && (wholeUnit(words, place + 1) != null || words.at(place + 1).equals("hour"));
      default -> false;
    };
  }

  /** "Last week", "this year", "the month before last": whole ones of the calendar. */
  private static @Nullable TimeExpression calendar(TimeWords words, int place) {
    if ((words.at(place + 1) + " " + words.at(place + 2)).equals("before last")) {
      TemporalUnit unit = wholeUnit(words, place);
      return unit == null ? null : calendar(unit, -2, place + 3);
    }
    TemporalUnit unit = wholeUnit(words, place + 1);
    if (unit == null || words.at(place + 2).equals("of")) {
      return null;
    }
    return switch (words.at(place)) {
      case "last", "previous" -> calendar(unit, -1, place + 2);
      case "this", "current" -> calendar(unit, 0, place + 2);
      case "next" -> calendar(unit, 1, place + 2);
      default -> null;
    };
  }

  private static TimeExpression calendar(TemporalUnit unit, int offset, int next) {
    return new TimeExpression(
        next,
        false,
        now -> {
          LocalDate from = Calendars.startOf(unit, now.toLocalDate()).plus(offset, unit);
          return Calendars.days(from, from.plus(1, unit), now.getZone());
        });
  }

  private static @Nullable TemporalUnit unit(TimeWords words, int place) {
    return CalendarWords.unit(words.at(place)).orElse(null);
  }

  /** A week or longer, named in singular: "last days" and "the last minute" are no times. */
  private static @Nullable TemporalUnit wholeUnit(TimeWords words, int place) {
    TemporalUnit unit = unit(words, place);
    boolean whole = unit != null && !unit.isTimeBased() && unit != ChronoUnit.DAYS;
    return whole && !words.at(place).endsWith("s") ? unit : null;
  }
}
