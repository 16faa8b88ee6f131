package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.index.IndexStore;
import dev.athena.index.PendingEntry;
import dev.athena.memory.MemoryId;
import dev.athena.recall.VectorFiller;
import dev.athena.storage.Storage;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes on one home, started with different models. */
final class VectorFillerTest extends IndexBackendTest {
  private VectorFiller earlier;
  private VectorFiller later;

  @Override
  protected Storage open() {
    return new InMemoryStorage();
  }

  @BeforeEach
  void twoFillers() {
    earlier = new VectorFiller(storage(), new WordsEmbedder("words-1", 128));
    later = new VectorFiller(storage(), new WordsEmbedder("words-2", 256));
    fact(HERE, "The owl is white.");
  }

  @Test
  void theFirstFillerOfAnEmptyStoreAdoptsItsModel() {
    assertThat(earlier.doWork(32)).isEqualTo(1);

    assertThat(optional(IndexStore.class, IndexStore::adoptedModel)).contains("words-1");
    assertThat(earlier.hasWork()).isFalse();
  }

  @Test
  void ownWordsComeBeforeContextsAndTheNewestFirst() {
    MemoryId one = episode(HERE, "The owl flew.", session("night", clock.instant()));
    clock.advance(Duration.ofMinutes(1));
    MemoryId two = episode(HERE, "It came back.", session("night", clock.instant()));
    MemoryId alone = episode(HERE, "The fox slept.", session(null, clock.instant()));

    assertThat(earlier.doWork(2)).isEqualTo(2);
    assertThat(pending()).extracting(PendingEntry::id).contains(one).doesNotContain(two, alone);
    assertThat(earlier.doWork(2)).isEqualTo(2);
    assertThat(pending()).isEmpty();
    assertThat(contextPending()).extracting(PendingEntry::id).containsExactly(two, one);
    assertThat(earlier.hasWork()).isTrue();

    assertThat(earlier.doWork(1)).isEqualTo(1);
    assertThat(contextPending()).extracting(PendingEntry::id).containsExactly(one);
    assertThat(earlier.doWork(10)).isEqualTo(1);
    assertThat(earlier.hasWork()).isFalse();
    assertThat(earlier.doWork(10)).isZero();
  }

  @Test
  void theModelAdoptedLastCountsAndIsNotTakenBack() {
    earlier.doWork(32);
    later.adoptModel();

    assertThat(earlier.isSuperseded()).isTrue();
    assertThat(earlier.hasWork()).isFalse();
    assertThat(earlier.doWork(32)).isZero();
    assertThat(later.isSuperseded()).isFalse();
    assertThat(later.doWork(32)).isEqualTo(1);
    assertThat(later.hasWork()).isFalse();
  }
}
