package dev.athena.text;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The English names of months, days, seasons and units. */
final class CalendarWords {
  private static final Map<String, Month> MONTHS = new HashMap<>();
  private static final Map<String, DayOfWeek> DAYS = new HashMap<>();
  private static final Map<String, Month> SEASONS =
      Map.of(
          "spring", Month.MARCH,
          "summer", Month.JUNE,
          "autumn", Month.SEPTEMBER,
          "fall", Month.SEPTEMBER,
          "winter", Month.DECEMBER);

  private static final Map<String, TemporalUnit> UNITS =
      Map.of(
          "second", ChronoUnit.SECONDS,
          "minute", ChronoUnit.MINUTES,
          "hour", ChronoUnit.HOURS,
          "day", ChronoUnit.DAYS,
          "week", ChronoUnit.WEEKS,
          "month", ChronoUnit.MONTHS,
          "quarter", IsoFields.QUARTER_YEARS,
          "year", ChronoUnit.YEARS);

  static {
    for (Month month : Month.values()) {
      String name = month.name().toLowerCase(Locale.ROOT);
      MONTHS.put(name, month);
      MONTHS.put(name.substring(0, 3), month);
    }
    MONTHS.put("sept", Month.SEPTEMBER);
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().toLowerCase(Locale.ROOT);
      DAYS.put(name, day);
      DAYS.put(name.substring(0, 3), day);
    }
    DAYS.put("tues", DayOfWeek.TUESDAY);
    DAYS.put("thur", DayOfWeek.THURSDAY);
    DAYS.put("thurs", DayOfWeek.THURSDAY);
  }

  private CalendarWords() {}

  static Optional<Month> month(String word) {
    return Optional.ofNullable(MONTHS.get(word));
  }

  static Optional<DayOfWeek> dayOfWeek(String word) {
    return Optional.ofNullable(DAYS.get(word));
  }

  /** Returns the first of a northern season's three months. */
  static Optional<Month> season(String word) {
    return Optional.ofNullable(SEASONS.get(word));
  }

  /** Returns the unit of a word in singular or plural. */
  static Optional<TemporalUnit> unit(String word) {
    String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return Optional.ofNullable(UNITS.get(singular));
  }
}
