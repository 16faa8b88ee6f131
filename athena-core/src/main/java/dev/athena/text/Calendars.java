package dev.athena.text;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.Optional;

/** Spans of whole days in a zone. Weeks begin on Monday. */
final class Calendars {
  private Calendars() {}

  /** Returns the span, or empty if it holds no time in this zone. */
  static Optional<TimeSpan> span(Instant from, Instant to) {
    return from.isBefore(to) ? Optional.of(new TimeSpan(from, to)) : Optional.empty();
  }

  /** Returns the time from the start of one day to the start of another. */
  static Optional<TimeSpan> days(LocalDate from, LocalDate to, ZoneId zone) {
    return span(from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
  }

  static Optional<TimeSpan> day(LocalDate day, ZoneId zone) {
    return days(day, day.plusDays(1), zone);
  }

  /** Returns the time between two hours, counted from the start of {@code day}. */
  static Optional<TimeSpan> hours(LocalDate day, int from, int to, ZoneId zone) {
    LocalDateTime midnight = day.atStartOfDay();
    return span(
        midnight.plusHours(from).atZone(zone).toInstant(),
        midnight.plusHours(to).atZone(zone).toInstant());
  }

  /** Returns the first day of the week, month, quarter or year that {@code day} is in. */
  static LocalDate startOf(TemporalUnit unit, LocalDate day) {
    if (unit == ChronoUnit.WEEKS) {
      return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    } else if (unit == ChronoUnit.MONTHS) {
      return day.withDayOfMonth(1);
    } else if (unit.equals(IsoFields.QUARTER_YEARS)) {
      return day.with(IsoFields.DAY_OF_QUARTER, 1);
    } else if (unit == ChronoUnit.YEARS) {
      return day.withDayOfYear(1);
    }
    return day;
  }
}
