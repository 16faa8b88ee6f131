package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.episodic.EpisodeContext;
import dev.athena.index.SearchFilter;
import dev.athena.memory.MemoryId;
import dev.athena.recall.Recall;
import dev.athena.recall.RecallQuery;
import dev.athena.recall.Recalled;
import dev.athena.recall.TimePreferences;
import dev.athena.recall.VectorFiller;
import dev.athena.storage.Storage;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions in which a pseudonym stands for a name, a number or an address. */
final class PseudonymRecallTest extends IndexBackendTest {
  private static final String ANN = "[NAME_0rjy1hrtb8t6d]";
  private static final String BEN = "[NAME_0qjt387v8r6t4]";

  @Override
  protected Storage open() {
    return new InMemoryStorage();
  }

  @BeforeEach
  void remember() {
    for (int i = 0; i < 300; i++) {
      episode(
          HERE, "The tide table of day %d hangs in the office.".formatted(i), EpisodeContext.NONE);
    }
  }

  private List<MemoryId> recall(String question) {
    Recall recall =
        new Recall(
            storage(),
            embedder,
            new TimePreferences(clock, ZoneOffset.UTC),
            failure -> {
              throw failure;
            });
    return recall.find(new RecallQuery(HERE, question, SearchFilter.ALL, 10)).stream()
        .map(Recalled::id)
        .toList();
  }

  private void fill(boolean embedded) {
    VectorFiller filler = new VectorFiller(storage(), embedder);
    while (embedded && filler.doWork(32) > 0) {
      assertThat(filler.isSuperseded()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneAmongWordsThatNobodyUsedFindsItsMemory(boolean embedded) {
    MemoryId gate =
        episode(
            HERE, "Called about the gate; best reached under " + ANN + ".", EpisodeContext.NONE);
    episode(HERE, "Called about the roof; best reached under " + BEN + ".", EpisodeContext.NONE);
    fill(embedded);

    assertThat(recall("When did we last hear from " + ANN + "?")).first().isEqualTo(gate);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofItsMemoriesTheOneThatIsAskedForComesFirst(boolean embedded) {
    episode(HERE, ANN + " called about the broken gate.", EpisodeContext.NONE);
    MemoryId lease = episode(HERE, ANN + " signed the lease of the mill.", EpisodeContext.NONE);
    episode(HERE, BEN + " asked for a copy of the lease.", EpisodeContext.NONE);
    fill(embedded);

    assertThat(recall("What did " + ANN + " say about the lease?")).first().isEqualTo(lease);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneThatNobodyKnowsFindsNothing(boolean embedded) {
    episode(HERE, BEN + " asked for a copy of the lease.", EpisodeContext.NONE);
    fill(embedded);

    assertThat(recall("Where does " + ANN + " live?")).isEmpty();
  }
}
