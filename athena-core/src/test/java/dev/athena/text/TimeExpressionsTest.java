package dev.athena.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeExpressionsTest {
  /** A Wednesday. */
  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-25T10:30");

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          What did I do today?                  | 2026-11-25 | 2026-11-26
          yesterday's meeting                   | 2026-11-24 | 2026-11-25
          the day before yesterday              | 2026-11-23 | 2026-11-24
          What is due tomorrow?                 | 2026-11-26 | 2026-11-27
          last Tuesday                          | 2026-11-24 | 2026-11-25
          last Wednesday                        | 2026-11-18 | 2026-11-19
          on Wednesday                          | 2026-11-25 | 2026-11-26
          on friday                             | 2026-11-20 | 2026-11-21
          on Fri                                | 2026-11-20 | 2026-11-21
          this Friday                           | 2026-11-27 | 2026-11-28
          next Wednesday                        | 2026-12-02 | 2026-12-03
          Tuesday of last week                  | 2026-11-17 | 2026-11-18
          Friday last week                      | 2026-11-20 | 2026-11-21
          Friday, 13 November 2026              | 2026-11-13 | 2026-11-14
          this week                             | 2026-11-23 | 2026-11-30
          last week                             | 2026-11-16 | 2026-11-23
          next week                             | 2026-11-30 | 2026-12-07
          the week before last                  | 2026-11-09 | 2026-11-16
          last month                            | 2026-10-01 | 2026-11-01
          this quarter                          | 2026-10-01 | 2027-01-01
          last year                             | 2025-01-01 | 2026-01-01
          earlier this year                     | 2026-01-01 | 2027-01-01
          3 days ago                            | 2026-11-22 | 2026-11-23
          two weeks ago                         | 2026-11-09 | 2026-11-16
          a month ago                           | 2026-10-01 | 2026-11-01
          a couple of years ago                 | 2023-01-01 | 2025-01-01
          a few days ago                        | 2026-11-20 | 2026-11-24
          in May                                | 2026-05-01 | 2026-06-01
          in may                                | 2026-05-01 | 2026-06-01
          in December                           | 2025-12-01 | 2026-01-01
          in November                           | 2026-11-01 | 2026-12-01
          the December trip                     | 2025-12-01 | 2026-01-01
          last May                              | 2026-05-01 | 2026-06-01
          last November                         | 2025-11-01 | 2025-12-01
          this December                         | 2026-12-01 | 2027-01-01
          next May                              | 2027-05-01 | 2027-06-01
          in May 2023                           | 2023-05-01 | 2023-06-01
          may 2023 notes                        | 2023-05-01 | 2023-06-01
          May, 2023                             | 2023-05-01 | 2023-06-01
          mid-May                               | 2026-05-01 | 2026-06-01
          May 5                                 | 2026-05-05 | 2026-05-06
          Dec. 24                               | 2025-12-24 | 2025-12-25
          5 May 2023                            | 2023-05-05 | 2023-05-06
          May 5th, 2023                         | 2023-05-05 | 2023-05-06
          the 5th of May                        | 2026-05-05 | 2026-05-06
          on march 3rd                          | 2026-03-03 | 2026-03-04
          29 February                           | 2024-02-29 | 2024-03-01
          2023-05-05                            | 2023-05-05 | 2023-05-06
          on 2023/05/05.                        | 2023-05-05 | 2023-05-06
          2023-05                               | 2023-05-01 | 2023-06-01
          in 2023                               | 2023-01-01 | 2024-01-01
          May 3-10, 2023                        | 2023-05-03 | 2023-05-11
          3 to 10 May                           | 2026-05-03 | 2026-05-11
          between 3 and 10 May 2023             | 2023-05-03 | 2023-05-11
          between 3 May and 10 May 2023         | 2023-05-03 | 2023-05-11
          between May 3rd and May 10th          | 2026-05-03 | 2026-05-11
          from May to July                      | 2026-05-01 | 2026-08-01
          from November to February             | 2025-11-01 | 2026-03-01
          from May 2023 to July                 | 2023-05-01 | 2023-08-01
          from 2021 until 2023                  | 2021-01-01 | 2024-01-01
          from Monday to Tuesday                | 2026-11-23 | 2026-11-25
          in May and June 2023                  | 2023-05-01 | 2023-07-01
          in May and August 2023                | 2023-05-01 | 2023-06-01
          before June 2022                      | 0001-01-01 | 2022-06-01
          until May 2022                        | 0001-01-01 | 2022-06-01
          after 2023                            | 2024-01-01 | +10000-01-01
          last summer                           | 2026-06-01 | 2026-09-01
          last winter                           | 2025-12-01 | 2026-03-01
          this winter                           | 2026-12-01 | 2027-03-01
          last autumn                           | 2025-09-01 | 2025-12-01
          in the fall                           | 2026-09-01 | 2026-12-01
          in the summer of 2022                 | 2022-06-01 | 2022-09-01
          last weekend                          | 2026-11-21 | 2026-11-23
          on the weekend                        | 2026-11-21 | 2026-11-23
          this weekend                          | 2026-11-28 | 2026-11-30
          a dog in May or a cat yesterday       | 2026-05-01 | 2026-06-01
          the week before August 3, 2023        | 2023-07-27 | 2023-08-03
          the week after 3 August 2023          | 2023-08-04 | 2023-08-11
          the day before May 5                  | 2026-05-04 | 2026-05-05
          two weeks before August 11, 2023      | 2023-07-24 | 2023-07-31
          3 days after May 5, 2023              | 2023-05-08 | 2023-05-09
          last weekend before April 10, 2023    | 2023-04-08 | 2023-04-10
          last Friday before 3 August 2023      | 2023-07-28 | 2023-07-29
          31 June or yesterday                  | 2026-11-24 | 2026-11-25
          """)
  void wholeDaysAreFound(String question, LocalDate from, LocalDate to) {
    assertThat(find(question))
        .contains(
            new TimeSpan(
                from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                to.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          this morning          | 2026-11-25T04:00 | 2026-11-25T12:00
          last night            | 2026-11-24T18:00 | 2026-11-25T06:00
          tonight               | 2026-11-25T18:00 | 2026-11-26T06:00
          yesterday afternoon   | 2026-11-24T12:00 | 2026-11-24T18:00
          Tuesday evening       | 2026-11-24T17:00 | 2026-11-25T00:00
          last 24 hours         | 2026-11-24T10:30 | 2026-11-25T10:30
          the past 7 days       | 2026-11-18T10:30 | 2026-11-25T10:30
          in the last week      | 2026-11-18T10:30 | 2026-11-25T10:30
          the past month        | 2026-10-25T10:30 | 2026-11-25T10:30
          the last few days     | 2026-11-20T10:30 | 2026-11-25T10:30
          an hour ago           | 2026-11-25T09:00 | 2026-11-25T10:00
          since March           | 2026-03-01T00:00 | 2026-11-25T10:30
          since march           | 2026-03-01T00:00 | 2026-11-25T10:30
          since yesterday       | 2026-11-24T00:00 | 2026-11-25T10:30
          since the summer      | 2026-06-01T00:00 | 2026-11-25T10:30
          from 2024 onwards     | 2024-01-01T00:00 | 2026-11-25T10:30
          """)
  void partsOfDaysAreFound(String question, LocalDateTime from, LocalDateTime to) {
    assertThat(find(question))
        .contains(new TimeSpan(from.toInstant(ZoneOffset.UTC), to.toInstant(ZoneOffset.UTC)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "What may I eat?",
        "It may 5 times fail",
        "they march to the sea",
        "a march on Rome",
        "What did April say to June and August?",
        "wait a second",
        "the second one",
        "the sun sat on the wall",
        "When did he last call?",
        "at the last minute",
        "his last day",
        "the last week of school",
        "these days",
        "the past",
        "fall of the wall",
        "before the Spring Festival",
        "the week before the trip",
        "it may be next",
        "31 June",
        "June 31",
        "2023-13-01",
        "2023-02-29",
        "2023-05-05-17",
        "29 February 2023",
        "room 2023",
        "log/2023-05-05/x",
        "v2023-05",
        "0 days ago",
        "10001 days ago",
        "99999999999 years ago",
        "since tomorrow",
        "between you and me",
        "from here to there",
        "5/3",
      })
  void otherWordsAreNoTime(String question) {
    assertThat(find(question)).isEmpty();
  }

  @Test
  void daysBeginAtMidnightInTheZoneAlsoWhenClocksChange() {
    Instant now = Instant.parse("2026-03-29T12:00:00Z");

    assertThat(TimeExpressions.find("today", now, BERLIN))
        .contains(span("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));
    assertThat(TimeExpressions.find("last 24 hours", now, BERLIN))
        .contains(span("2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"));
    assertThat(TimeExpressions.find("past 2 days", now, BERLIN))
        .contains(span("2026-03-27T13:00:00Z", "2026-03-29T12:00:00Z"));
    assertThat(TimeExpressions.find("last night", now, BERLIN))
        .contains(span("2026-03-28T17:00:00Z", "2026-03-29T04:00:00Z"));
  }

  @Test
  void aDayThatAZoneLeftOutIsNone() {
    Instant now = Instant.parse("2012-01-02T00:00:00Z");

    assertThat(TimeExpressions.find("on 2011-12-30", now, ZoneId.of("Pacific/Apia"))).isEmpty();
  }

  @Test
  void todayIsThatOfTheZone() {
    Instant now = Instant.parse("2026-01-01T03:00:00Z");

    assertThat(TimeExpressions.find("this year", now, ZoneId.of("America/New_York")))
        .contains(span("2025-01-01T05:00:00Z", "2026-01-01T05:00:00Z"));
  }

  @Test
  void aPlaceWithOtherCustomsReadsTheSame() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(find("IN APRIL 2023"))
          .contains(span("2023-04-01T00:00:00Z", "2023-05-01T00:00:00Z"));
      Locale.setDefault(Locale.US);
      assertThat(find("this week")).contains(span("2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theLargestAmountIsRead() {
    assertThat(find(Amount.AMOUNT_MAX + " days ago")).isPresent();
    assertThat(find(Amount.AMOUNT_MAX + 1 + " days ago")).isEmpty();
  }

  @Test
  void questionsAreReadUpToTheLimit() {
    String before = " ".repeat(TimeExpressions.QUESTION_LENGTH_MAX - "today".length());

    assertThat(find(before + "today")).isPresent();
    assertThat(find(before + " today")).isEmpty();
  }

  @Test
  @Timeout(60)
  void anyWordsAreReadWithoutFailure() {
    String[] words =
        """
        in on the last this next past previous since before after between from to until and of -
        , . may May march 5 31 5th 2023 2023-05-05 2023-99 week weeks days hours ago a couple few
        Tuesday Sun weekend summer winter morning night today yesterday day February 29 0 99999 's
        """
            .strip()
            .split("\\s+", -1);
    for (int seed = 0; seed < 30_000; seed++) {
      Random random = new Random(seed);
      StringBuilder question = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        question
            .append(words[random.nextInt(words.length)])
            .append(random.nextInt(9) == 0 ? "" : " ");
      }
      Instant now = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));

      assertThatCode(() -> TimeExpressions.find(question.toString(), now, BERLIN))
          .as("seed %d: %s at %s", seed, question, now)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void anEmptySpanIsRefused() {
    Instant now = Instant.EPOCH;

    assertThatThrownBy(() -> new TimeSpan(now, now)).isInstanceOf(InvalidArgument.class);
    assertThat(new TimeSpan(now, now.plusNanos(1)).contains(now)).isTrue();
    assertThat(new TimeSpan(now, now.plusNanos(1)).contains(now.plusNanos(1))).isFalse();
  }

  private static Optional<TimeSpan> find(String question) {
    return TimeExpressions.find(question, NOW.toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
  }

  private static TimeSpan span(String from, String to) {
    return new TimeSpan(Instant.parse(from), Instant.parse(to));
  }
}
