package dev.athena.operation;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonForm;
import dev.athena.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A span of time as a caller names it: in words that depend on now, or by its ends. */
public sealed interface TimeRange {
  /** Returns the span as seen from {@code now} in {@code zone}. */
  Span resolve(Instant now, ZoneId zone);

  /**
   * A span given by its ends.
   *
   * @param from the first moment, or null for an open beginning
   * @param to the moment after the last, or null for an open end; on the wire a day without a time
   *     stands for all of it
   */
  record Span(@Nullable Instant from, @Nullable Instant to) implements TimeRange {
    public Span {
      if (from != null && to != null && to.isBefore(from)) {
        throw new InvalidArgument(
            "time_range ends at %s, before it begins at %s".formatted(to, from),
            "swap `from` and `to`");
      }
    }

    @Override
    public Span resolve(Instant now, ZoneId zone) {
      return this;
    }
  }

  /** The time up to now, of a certain length. */
  record Last(Duration length) implements TimeRange {
    @Override
    public Span resolve(Instant now, ZoneId zone) {
      return new Span(now.minus(length), null);
    }
  }

  /** A day, week or month of the calendar; weeks begin on Monday. */
  enum Calendar implements TimeRange {
    TODAY,
    YESTERDAY,
    THIS_WEEK,
    LAST_WEEK,
    THIS_MONTH;

    @Override
    public Span resolve(Instant now, ZoneId zone) {
      LocalDate today = LocalDate.ofInstant(now, zone);
      LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      return switch (this) {
        case TODAY -> days(today, today.plusDays(1), zone);
        case YESTERDAY -> days(today.minusDays(1), today, zone);
        case THIS_WEEK -> days(monday, monday.plusWeeks(1), zone);
        case LAST_WEEK -> days(monday.minusWeeks(1), monday, zone);
        case THIS_MONTH ->
            days(today.withDayOfMonth(1), today.withDayOfMonth(1).plusMonths(1), zone);
      };
    }

    private static Span days(LocalDate from, LocalDate to, ZoneId zone) {
      return new Span(from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    }
  }

  /** Reads and writes time ranges. */
  final class Form implements JsonForm<TimeRange> {
    private static final Pattern LAST = Pattern.compile("(\\d{1,5})([hdw])");
    private static final JsonBinder BINDER = new JsonBinder(Map.of());
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    @Override
    public JsonObject schema() {
      Json words =
          JsonObject.builder()
              .put("type", "string")
              .put("pattern", "^(\\d{1,5}[hdw]|today|yesterday|this_week|last_week|this_month)$")
              .build();
      return JsonObject.builder()
          .put("anyOf", JsonArray.of(words, BINDER.schema(Span.class)))
          .build();
    }

    @Override
    public Json write(TimeRange range) {
      return switch (range) {
        case Span span -> BINDER.write(span, Span.class);
        case Last(Duration length) -> Json.of(length.toHours() + "h");
        case Calendar calendar -> BINDER.write(calendar, Calendar.class);
      };
    }

    @Override
    public TimeRange read(Json json, String path) {
      if (json instanceof JsonObject ends) {
        return (Span) BINDER.read(untilItsEnd(ends), Span.class, path);
      }
      String text = json instanceof Json.Text(String value) ? value : "";
      Matcher last = LAST.matcher(text);
      if (last.matches()) {
        return new Last(length(Integer.parseInt(last.group(1)), last.group(2)));
      }
      return List.of(Calendar.values()).stream()
          .filter(calendar -> BINDER.write(calendar, Calendar.class).equals(json))
          .findFirst()
          .orElseThrow(() -> unknown(json, path));
    }

    /** From the 3rd to the 3rd is all of that day. */
    private static JsonObject untilItsEnd(JsonObject ends) {
      try {
        LocalDate day = LocalDate.parse(ends.text("to").orElse("").strip());
        return day.isBefore(LAST_DAY) ? ends.with("to", Json.of(day.plusDays(1).toString())) : ends;
      } catch (DateTimeParseException _) {
        return ends; // it has a time, or is refused when it is read
      }
    }

    private static Duration length(int count, String unit) {
      return switch (unit) {
        case "h" -> Duration.ofHours(count);
        case "d" -> Duration.ofDays(count);
        default -> Duration.ofDays(7L * count);
      };
    }

    private static InvalidArgument unknown(Json json, String path) {
      return new InvalidArgument(
          "%s is %s".formatted(path, JsonCodec.write(json)),
          "send 24h, 7d, today, yesterday, this_week, last_week, this_month, or"
              + " {\"from\": …, \"to\": …} with either end left out");
    }
  }
}
