package dev.athena.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.SystemSources;
import dev.athena.episodic.EpisodeContext;
import dev.athena.index.IndexStore;
import dev.athena.principal.Namespace;
import dev.athena.recall.UsageCounter;
import dev.athena.recall.VectorFiller;
import dev.athena.storage.Storage;
import dev.athena.storage.StorageFailure;
import dev.athena.testkit.BackendTest;
import dev.athena.testkit.InMemoryStorage;
import dev.athena.testkit.WordsEmbedder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundWorkTest extends BackendTest {
  private static final Namespace HERE = Namespace.ofProject("here");
  private static final long PATIENCE_SECONDS = 60;

  private final WordsEmbedder embedder = new WordsEmbedder();

  @TempDir private Path folder;

  @Override
  protected Storage open() {
    return new InMemoryStorage();
  }

  private BackgroundWork work(IntSupplier... chores) {
    return new BackgroundWork(
        new VectorFiller(storage(), embedder),
        new UsageCounter(storage(), SystemSources.clock()),
        SystemSources.clock(),
        new BackgroundWork.Chores(folder.resolve("lock"), List.of(chores), List.of()));
  }

  private int pending() {
    return read(IndexStore.class, index -> index.pending(10)).size();
  }

  @Test
  void choresAreDoneWhereTheModelCannotRun() throws InterruptedException {
    episode(HERE, "It rained.", EpisodeContext.NONE);
    embedder.fail(true);
    CountDownLatch steps = new CountDownLatch(3);

    try (BackgroundWork work =
        work(() -> {
          steps.countDown();
          return (int) steps.getCount();
        })) {
      work.start();

      assertThat(steps.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(pending()).isEqualTo(1);
  }

  @Test
  void vectorsAreComputedWhereAChoreFails() throws InterruptedException {
    episode(HERE, "It rained.", EpisodeContext.NONE);
    CountDownLatch failed = new CountDownLatch(1);

    try (BackgroundWork work =
        work(() -> {
          failed.countDown();
          throw new StorageFailure("no room", "make some", null);
        })) {
      work.start();
      assertThat(failed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      while (pending() > 0) {
        Thread.onSpinWait();
      }
    }

    assertThat(pending()).isZero();
  }

  @Test
  void aRegularChoreIsBegunAgain() throws InterruptedException {
    AtomicInteger minutes = new AtomicInteger();
    CountDownLatch rounds = new CountDownLatch(3);
    InstantSource hasty = () -> Instant.EPOCH.plus(Duration.ofMinutes(minutes.incrementAndGet()));

    try (BackgroundWork work =
        new BackgroundWork(
            new VectorFiller(storage(), embedder),
            new UsageCounter(storage(), hasty),
            hasty,
            new BackgroundWork.Chores(
                folder.resolve("lock"),
                List.of(),
                List.of(() -> {
                  rounds.countDown();
                  return 0;
                })))) {
      work.start();

      assertThat(rounds.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }
}
