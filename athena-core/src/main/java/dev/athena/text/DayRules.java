package dev.athena.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Days seen from today: "yesterday", "last night", "on Tuesday", "next Friday morning". */
final class DayRules {
  private static final int SHORT_NAME_LENGTH_MAX = 5;
  private static final Set<String> BEFORE_SHORT_NAME = Set.of("on", "last", "this", "next");

  private DayRules() {}

  static @Nullable TimeExpression match(TimeWords words, int place) {
    return switch (words.at(place)) {
      case "today" -> day(words, place + 1, today -> today);
      case "yesterday" -> day(words, place + 1, today -> today.minusDays(1));
      case "tomorrow" -> day(words, place + 1, today -> today.plusDays(1));
      case "tonight" -> part(place + 1, DayPart.NIGHT, today -> today);
      case "day" -> dayBeyond(words, place);
      case "this", "last", "next" -> qualified(words, place);
      default -> dayOfWeek(words, place, place);
    };
  }

  /** "The day before yesterday". */
  private static @Nullable TimeExpression dayBeyond(TimeWords words, int place) {
    String beyond = words.at(place + 1) + " " + words.at(place + 2);
    return switch (beyond) {
      case "before yesterday" -> day(words, place + 3, today -> today.minusDays(2));
      case "after tomorrow" -> day(words, place + 3, today -> today.plusDays(2));
      default -> null;
    };
  }

  private static @Nullable TimeExpression qualified(TimeWords words, int place) {
    DayPart part = DayPart.of(words.at(place + 1)).orElse(null);
    if (part == null) {
      return dayOfWeek(words, place, place + 1);
    }
    return switch (words.at(place)) {
      case "this" -> part(place + 2, part, today -> today);
      case "last" -> part(place + 2, part, today -> today.minusDays(1));
      default -> null;
    };
  }

  private static @Nullable TimeExpression dayOfWeek(TimeWords words, int qualifier, int place) {
    DayOfWeek day = CalendarWords.dayOfWeek(words.at(place)).orElse(null);
    if (day == null || !isDayOfWeek(words, place)) {
      return null;
    }
    int dateAt = words.at(place + 1).equals(",") ? place + 2 : place + 1;
    TimeExpression date = DateRules.day(words, dateAt);
    if (date != null) {
      return date;
    }
    TimeExpression inWeek = ofWeek(words, place + 1, day);
    if (inWeek != null) {
      return inWeek;
    }
    TimeExpression found = day(words, place + 1, today -> meant(words.at(qualifier), today, day));
    return new TimeExpression(found.next(), qualifier == place, found.meaning());
  }

  /** "Sun", "sat" and the like count as days only with a capital and after certain words. */
  private static boolean isDayOfWeek(TimeWords words, int place) {
    return words.at(place).length() > SHORT_NAME_LENGTH_MAX
        || (words.isCapital(place) && BEFORE_SHORT_NAME.contains(words.at(place - 1)));
  }

  /** "Tuesday of last week". */
  private static @Nullable TimeExpression ofWeek(TimeWords words, int place, DayOfWeek day) {
    int at = words.at(place).equals("of") ? place + 1 : place;
    if (!words.at(at + 1).equals("week")) {
      return null;
    }
    int weeks =
        switch (words.at(at)) {
          case "last" -> -1;
          case "this" -> 0;
          case "next" -> 1;
          default -> Integer.MIN_VALUE;
        };
    return weeks == Integer.MIN_VALUE
        ? null
        : day(words, at + 2, today -> today.plusWeeks(weeks).with(day));
  }

  private static LocalDate meant(String qualifier, LocalDate today, DayOfWeek day) {
    return switch (qualifier) {
      case "last" -> today.with(TemporalAdjusters.previous(day));
      case "next" -> today.with(TemporalAdjusters.next(day));
      case "this" -> today.with(day);
      default -> today.with(TemporalAdjusters.previousOrSame(day));
    };
  }

  /** The whole day, or the part of it that the word at {@code next} names. */
  private static TimeExpression day(TimeWords words, int next, UnaryOperator<LocalDate> which) {
    Optional<DayPart> part = DayPart.of(words.at(next));
    if (part.isPresent()) {
      return part(next + 1, part.get(), which);
    }
    return new TimeExpression(
        next, false, now -> Calendars.day(which.apply(now.toLocalDate()), now.getZone()));
  }

  private static TimeExpression part(int next, DayPart part, UnaryOperator<LocalDate> which) {
    return new TimeExpression(next, false, now -> part.of(which.apply(now.toLocalDate()), now));
  }

  /** Parts of a day by hours from its start; wide, as speakers are not exact. */
  private enum DayPart {
    MORNING(4, 12),
    AFTERNOON(12, 18),
    EVENING(17, 24),
    NIGHT(18, 30);

    private final int fromHour;
    private final int toHour;

    DayPart(int fromHour, int toHour) {
      this.fromHour = fromHour;
      this.toHour = toHour;
    }

    static Optional<DayPart> of(String word) {
      return switch (word) {
        case "morning" -> Optional.of(MORNING);
        case "afternoon" -> Optional.of(AFTERNOON);
        case "evening" -> Optional.of(EVENING);
        case "night" -> Optional.of(NIGHT);
        default -> Optional.empty();
      };
    }

    Optional<TimeSpan> of(LocalDate day, ZonedDateTime now) {
      return Calendars.hours(day, fromHour, toHour, now.getZone());
    }
  }
}
