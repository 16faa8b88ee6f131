package dev.athena.text;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Times seen from a day that is named: "the week before 3 August", "two weeks after May 5, 2023",
 * "last weekend before 10 April".
 */
final class AnchoredRules {
  private AnchoredRules() {}

  static @Nullable TimeExpression match(TimeWords words, int place) {
    Amount amount = Amount.at(words, place);
    int unitAt = amount == null ? place : amount.next();
    TemporalUnit unit = CalendarWords.unit(words.at(unitAt)).orElse(null);
    if (unit == null || unit.isTimeBased()) {
      return null;
    }
    TimeExpression day = DateRules.day(words, unitAt + 2);
    if (day == null) {
      return null;
    }
    return switch (words.at(unitAt + 1)) {
      case "before" -> from(day, (span, now) -> before(span, amount, unit, now));
      case "after" -> from(day, (span, now) -> after(span, amount, unit, now));
      default -> null;
    };
  }

  /** Returns {@code seen} as seen from the day that follows "before", or null if none does. */
  static @Nullable TimeExpression seenFrom(TimeWords words, @Nullable TimeExpression seen) {
    TimeExpression day =
        seen != null && words.at(seen.next()).equals("before")
            ? DateRules.day(words, seen.next() + 1)
            : null;
    return seen == null || day == null
        ? null
        : from(day, (span, now) -> seen.meant(at(span.from(), now)));
  }

  private static TimeExpression from(
      TimeExpression day, BiFunction<TimeSpan, ZonedDateTime, Optional<TimeSpan>> meaning) {
    return new TimeExpression(
        day.next(), false, now -> day.meant(now).flatMap(span -> meaning.apply(span, now)));
  }

  /** "The week before" is all up to the day, "two weeks before" the calendar week then. */
  private static Optional<TimeSpan> before(
      TimeSpan day, @Nullable Amount amount, TemporalUnit unit, ZonedDateTime now) {
    ZonedDateTime from = at(day.from(), now);
    return amount == null
        ? Calendars.span(from.minus(1, unit).toInstant(), day.from())
        : PeriodRules.daysAgo(amount, unit, from);
  }

  private static Optional<TimeSpan> after(
      TimeSpan day, @Nullable Amount amount, TemporalUnit unit, ZonedDateTime now) {
    return amount == null
        ? Calendars.span(day.to(), at(day.to(), now).plus(1, unit).toInstant())
        : PeriodRules.daysOn(amount, unit, at(day.from(), now));
  }

  private static ZonedDateTime at(Instant instant, ZonedDateTime now) {
    return instant.atZone(now.getZone());
  }
}
