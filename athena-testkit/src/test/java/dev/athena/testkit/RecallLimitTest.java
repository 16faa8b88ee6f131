package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.index.SearchFilter;
import dev.athena.memory.MemoryKind;
import dev.athena.recall.Recall;
import dev.athena.recall.RecallQuery;
import dev.athena.recall.Recalled;
import dev.athena.recall.TimePreferences;
import dev.athena.storage.Storage;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As many memories come back as are asked for, where as many answer. */
final class RecallLimitTest extends IndexBackendTest {
  @Override
  protected Storage open() {
    return new InMemoryStorage();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 51, RecallQuery.LIMIT_MAX})
  void asManyComeBackAsAreAskedFor(int limit) {
    IntStream.rangeClosed(0, RecallQuery.LIMIT_MAX)
        .forEach(i -> fact(HERE, "Buoy " + i + " was painted."));
    Recall recall =
        new Recall(
            storage(),
            embedder,
            new TimePreferences(clock, ZoneOffset.UTC),
            failure -> {
              throw failure;
            });
    SearchFilter facts = SearchFilter.ALL.of(Set.of(MemoryKind.SEMANTIC));

    List<Recalled> found = recall.find(new RecallQuery(HERE, "painted buoy", facts, limit));

    assertThat(found).hasSize(limit).doesNotHaveDuplicates();
  }
}
