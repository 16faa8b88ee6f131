package dev.athena.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  private static List<TimeSpan> candidates(String question) {
    return TimeExpressions.candidates(question, NOW, ZoneOffset.UTC);
  }
}
