package dev.athena.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.operation.TimeRange.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class TimeRangeTest {
  /** A Wednesday. */
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private final TimeRange.Form form = new TimeRange.Form();

  @Test
  void lengthsReachBackFromNow() {
    assertThat(resolve("\"24h\"")).isEqualTo(from("2026-03-03T05:06:07Z"));
    assertThat(resolve("\"7d\"")).isEqualTo(from("2026-02-25T05:06:07Z"));
    assertThat(resolve("\"2w\"")).isEqualTo(from("2026-02-18T05:06:07Z"));
    assertThat(resolve("\"99999w\"").from()).isBefore(Instant.parse("0200-01-01T00:00:00Z"));
  }

  @Test
  void wordsAreThoseOfTheCalendar() {
    assertThat(resolve("\"today\"")).isEqualTo(days("2026-03-04", "2026-03-05"));
    assertThat(resolve("\"yesterday\"")).isEqualTo(days("2026-03-03", "2026-03-04"));
    assertThat(resolve("\"this_week\"")).isEqualTo(days("2026-03-02", "2026-03-09"));
    assertThat(resolve("\"last_week\"")).isEqualTo(days("2026-02-23", "2026-03-02"));
    assertThat(resolve("\"this_month\"")).isEqualTo(days("2026-03-01", "2026-04-01"));
  }

  @Test
  void aDayIsThatOfTheZoneEvenWhenTheClocksChange() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant lastOfMarch = Instant.parse("2026-03-29T12:00:00Z");

    Span day = TimeRange.Calendar.TODAY.resolve(lastOfMarch, berlin);

    assertThat(day)
        .isEqualTo(
            new Span(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z")));
  }

  @Test
  void endsMayBeLeftOpenAndTakeAnyOffset() {
    assertThat(resolve("{\"from\": \"2026-01-01T00:00:00+01:00\"}"))
        .isEqualTo(from("2025-12-31T23:00:00Z"));
    assertThat(resolve("{\"to\": \"2026-01-01\"}"))
        .isEqualTo(new Span(null, Instant.parse("2026-01-02T00:00:00Z")));
    assertThat(resolve("{}")).isEqualTo(new Span(null, null));
  }

  @Test
  void anEndBeforeTheBeginningIsRefused() {
    Instant early = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(new Span(early, early).from()).isEqualTo(early);
    assertThatThrownBy(() -> new Span(early.plusMillis(1), early))
        .isInstanceOf(InvalidArgument.class)
        .hasMessageContaining("before it begins");
  }

  @Test
  void anEndThatIsADayStandsForAllOfIt() {
    assertThat(resolve("{\"from\": \"2026-05-03\", \"to\": \"2026-05-03\"}"))
        .isEqualTo(days("2026-05-03", "2026-05-04"));
    assertThat(resolve("{\"from\": \"2026-05-03\", \"to\": \"2026-05-04T00:00:00Z\"}"))
        .isEqualTo(days("2026-05-03", "2026-05-04"));
    assertThat(resolve("{\"to\": \"9999-12-31\"}").to()).isNotNull();
  }

  @Test
  void whatIsNoRangeIsRefusedWithWhatIsOne() {
    for (String wrong :
        new String[] {
          "\"7days\"", "\"\"", "7", "null", "[]", "\"TODAY\"", "\"100000h\"", "\"-1d\""
        }) {
      assertThatThrownBy(() -> read(wrong))
          .as(wrong)
          .isInstanceOfSatisfying(
              InvalidArgument.class,
              refused -> {
                assertThat(refused.problem()).contains("time_range is ");
                assertThat(refused.hint()).contains("24h").contains("yesterday");
              });
    }
  }

  @Test
  void aMemberThatIsUnknownIsRefusedWithTheOneMeant() {
    assertThatThrownBy(() -> read("{\"form\": \"2026-01-01\"}"))
        .isInstanceOfSatisfying(
            InvalidArgument.class,
            refused -> assertThat(refused.hint()).contains("did you mean \"from\"?"));
  }

  @Test
  void timesOutsideOfTheYearsOneTo9999AreRefused() {
    assertThat(resolve("{\"from\": \"0001-01-01\"}")).isEqualTo(from("0001-01-01T00:00:00Z"));
    assertThat(resolve("{\"to\": \"9999-12-31T23:59:59.999Z\"}").to()).isNotNull();
    for (String far : new String[] {"+10000-01-01T00:00:00Z", "0000-12-31T23:59:59Z"}) {
      assertThatThrownBy(() -> read("{\"from\": \"" + far + "\"}"))
          .isInstanceOfSatisfying(
              InvalidArgument.class,
              refused -> assertThat(refused.hint()).contains("years 1 to 9999"));
    }
  }

  private Span resolve(String json) {
    return read(json).resolve(NOW, ZoneOffset.UTC);
  }

  private TimeRange read(String json) {
    Json parsed = JsonCodec.read(json);
    return form.read(parsed, "time_range");
  }

  private static Span from(String instant) {
    return new Span(Instant.parse(instant), null);
  }

  private static Span days(String from, String to) {
    return new Span(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"));
  }
}
