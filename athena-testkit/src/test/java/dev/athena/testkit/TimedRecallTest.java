package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.episodic.EpisodeContext;
import dev.athena.episodic.EpisodeStore;
import dev.athena.episodic.RememberEpisode;
import dev.athena.index.SearchFilter;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.recall.Recall;
import dev.athena.recall.RecallQuery;
import dev.athena.recall.Recalled;
import dev.athena.recall.TimePreferences;
import dev.athena.recall.VectorFiller;
import dev.athena.storage.Storage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that speak of a time, asked on Wednesday, 4 March 2026, at 05:06. */
final class TimedRecallTest extends IndexBackendTest {
  private static final Instant YESTERDAY = Instant.parse("2026-03-03T10:00:00Z");
  private static final Instant LAST_SUNDAY = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LAST_MAY = Instant.parse("2025-05-12T10:00:00Z");

  @Override
  protected Storage open() {
    return new InMemoryStorage();
  }

  @ParameterizedTest
  @CsvSource({
    "what happened yesterday,                  true",
    "what happened yesterday,                  false",
    "yesterday,                                true",
    "yesterday,                                false",
    "What did I do last Sunday?,               true",
    "What did I do last Sunday?,               false",
    "What did we work on in May 2025?,         true",
    "What did we work on in May 2025?,         false",
    "What happened in May?,                    true",
    "2026-03-01,                               false",
  })
  void aTimeAloneIsAnsweredByWhatHappenedThen(String question, boolean embedded) {
    happened(YESTERDAY, "The tide tables were printed.");
    happened(LAST_SUNDAY, "A heron stood in the reeds.");
    happened(LAST_MAY, "The roof got new slates.");
    fill(embedded);

    String wanted =
        question.contains("yesterday") ? "tide" : question.contains("May") ? "slates" : "heron";
    assertThat(recall(question)).first().asString().contains(wanted);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofTwoAlikeTheOneAtTheTimeComesFirst(boolean embedded) {
    happened(LAST_SUNDAY, "Deployment of the harbour service went through.");
    happened(YESTERDAY, "Deployment of the harbour service stalled.");
    fill(embedded);

    assertThat(recall("deployment on 2026-03-01")).first().asString().contains("went through");
    assertThat(recall("deployment yesterday")).first().asString().contains("stalled");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatLiesOutsideAShortTimeComesAfterWhatLiesInIt(boolean embedded) {
    happened(clock.instant().minusSeconds(3_600), "Renamed the gauge.");
    happened(clock.instant().minusSeconds(30 * 3_600), "What happened: renamed the buoy.");
    fill(embedded);

    assertThat(recall("what happened in the last 24 hours")).first().asString().contains("gauge");
    assertThat(recall("today")).first().asString().contains("gauge");
  }

  @ParameterizedTest
  @ValueSource(strings = {"what happened yesterday", "Who repaired the mill in June 2019?"})
  void aTimeAtWhichNothingHappenedIsAnsweredByNothing(String question) {
    happened(LAST_MAY, "The roof got new slates.");
    fill(true);

    assertThat(recall(question)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void amongHundredsAtATimeTheOneThatAnswersIsFound(boolean embedded) {
    happened(YESTERDAY, "The lighthouse lamp was replaced.");
    IntStream.range(0, 400)
        .forEach(i -> happened(YESTERDAY.plusSeconds(i + 1), "Buoy " + i + " was painted."));
    fill(embedded);

    assertThat(recall("Which lamp was replaced yesterday?"))
        .first()
        .asString()
        .contains("lighthouse lamp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "What happened on 2026-03-03?"})
  void theFilterOfTheCallerHolds(String question) {
    happened(YESTERDAY, "The tide tables were printed.");
    happened(LAST_SUNDAY, "A heron stood in the reeds.");
    fill(true);

    assertThat(recall(question, SearchFilter.ALL.starting(null, YESTERDAY)))
        .noneMatch(content -> content.contains("tide"));
    assertThat(recall(question, SearchFilter.ALL.of(Set.of()))).isEmpty();
  }

  private void happened(Instant at, String content) {
    episode(
        HERE,
        new RememberEpisode(
            content, "action", new EpisodeContext(null, at, null, JsonObject.EMPTY)));
  }

  /** Adds what happened at other times; half of it speaks like the questions. */
  private void fill(boolean embedded) {
    for (int day = 10; day < 310; day++) {
      Instant at = YESTERDAY.minusSeconds(86_400L * day);
      if (!at.toString().startsWith("2025-05") && !at.toString().startsWith("2026-03")) {
        happened(at, day % 2 == 0 ? "Worked on what happened " + day : "Fed the gulls " + day);
      }
    }
    VectorFiller filler = new VectorFiller(storage(), embedder);
    while (embedded && filler.doWork(32) > 0) {
      assertThat(filler.isSuperseded()).isFalse();
    }
  }

  private List<String> recall(String question) {
    return recall(question, SearchFilter.ALL);
  }

  private List<String> recall(String question, SearchFilter filter) {
    TimePreferences times = new TimePreferences(clock, ZoneOffset.UTC);
    Recall recall =
        new Recall(
            storage(),
            embedder,
            times,
            failure -> {
              throw failure;
            });
    return recall.find(new RecallQuery(HERE, question, filter, 3)).stream()
        .map(Recalled::id)
        .map(this::content)
        .toList();
  }

  private String content(MemoryId id) {
    return read(EpisodeStore.class, store -> store.find(HERE, id)).orElseThrow().content();
  }
}
