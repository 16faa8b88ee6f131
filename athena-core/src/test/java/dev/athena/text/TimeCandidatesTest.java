package dev.athena.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeCandidatesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void aMonthWithoutAYearIsThatOfThisYearFirstAndThenOfTheYearsBefore() {
    List<TimeSpan> mays = candidates("What did we do in May?");

    assertThat(mays).hasSize(TimeExpressions.YEARS_BACK_MAX + 1);
    assertThat(mays.getFirst())
        .isEqualTo(
            new TimeSpan(
                Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-06-01T00:00:00Z")));
    assertThat(mays.getLast().from()).isEqualTo(Instant.parse("2006-05-01T00:00:00Z"));
  }

  @Test
  void aMonthWithAYearIsThatOne() {
    assertThat(candidates("What did we do in May 2023?")).hasSize(1);
  }

  @Test
  void aTimeSeenFromNowIsThatOne() {
    assertThat(candidates("What did we do last week?")).hasSize(1);
  }

  @Test
  void aQuestionWithoutATimeHasNone() {
    assertThat(candidates("What may we do?")).isEmpty();
  }

  @Test
  void whatIsLeftOfAQuestionIsItsSubject() {
    assertThat(subject("Which lamp broke on 3 May 2023, and why?"))
        .isEqualTo("Which lamp broke on  , and why?");
    assertThat(subject("Yesterday")).isBlank();
    assertThat(subject("Which lamp broke?")).isEqualTo("Which lamp broke?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"what happened ", "What did we work on in ", "anything going on?", "", "?"})
  void someSubjectsAskForAnything(String subject) {
    assertThat(TextAnalysis.asksForAnything(subject)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"what happened to Ada ", "lamp", "which release went out ", "US", "v1.2"})
  void othersAskForSomething(String subject) {
    assertThat(TextAnalysis.asksForAnything(subject)).isFalse();
  }

  private static String subject(String question) {
    return TimeExpressions.apart(question, NOW, ZoneOffset.UTC).subject();
  }

  private static List<TimeSpan> candidates(String question) {
    return TimeExpressions.candidates(question, NOW, ZoneOffset.UTC);
  }
}
