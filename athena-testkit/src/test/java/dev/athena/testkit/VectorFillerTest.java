package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.index.IndexStore;
import dev.athena.recall.VectorFiller;
import dev.athena.storage.Storage;
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
    assertThat(earlier.doWork()).isEqualTo(1);

    assertThat(optional(IndexStore.class, IndexStore::adoptedModel)).contains("words-1");
    assertThat(earlier.hasWork()).isFalse();
  }

  @Test
  void theModelAdoptedLastCountsAndIsNotTakenBack() {
    earlier.doWork();
    later.adoptModel();

    assertThat(earlier.isSuperseded()).isTrue();
    assertThat(earlier.hasWork()).isFalse();
    assertThat(earlier.doWork()).isZero();
    assertThat(later.isSuperseded()).isFalse();
    assertThat(later.doWork()).isEqualTo(1);
    assertThat(later.hasWork()).isFalse();
  }
}
