package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.episodic.EpisodeContext;
import dev.athena.episodic.EpisodicMemory;
import dev.athena.episodic.RememberEpisode;
import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionStore;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.index.IndexStore;
import dev.athena.index.Prepared;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import dev.athena.recall.VectorFiller;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import dev.athena.semantic.RememberFact;
import dev.athena.semantic.SemanticMemory;
import dev.athena.storage.Storage;
import dev.athena.storage.StorageFailure;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.testkit.SomeExecutions;
import dev.athena.testkit.TestClock;
import dev.athena.testkit.WordsEmbedder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever statement of a write fails, the write leaves nothing, and the store works on. */
final class FailingStatementTest {
  private static final Namespace HERE = Namespace.ofProject("here");

  /** More statements than any write has. */
  private static final int STATEMENTS_MAX = 500;

  private final TestClock clock = new TestClock();
  private final TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(3));
  private final SemanticMemory semantic = new SemanticMemory(clock, ids);
  private final EpisodicMemory episodic = new EpisodicMemory(clock, ids);
  private int number;

  @TempDir private Path home;

  @Test
  void rememberingAFact() {
    failAtEachStatement(storage -> remember(storage, "The owl is number" + number++, null));
  }

  @Test
  void rememberingAnEpisode() {
    failAtEachStatement(storage -> {
      var request = new RememberEpisode("Saw owl number" + number++, "action", EpisodeContext.NONE);
      var prepared = episodic.prepare(HERE, request);
      storage.write(tx -> episodic.store(tx, prepared));
    });
  }

  @Test
  void rememberingManyInOneTransaction() {
    failAtEachStatement(storage -> {
      var first = prepared("One of two is number" + number++, null);
      var second = prepared("Two of two is number" + number++, null);
      storage.write(tx -> List.of(semantic.store(tx, first), semantic.store(tx, second)));
    });
  }

  @Test
  void superseding() {
    failAtEachStatement(storage -> remember(storage, "The owl is number" + number++, "owl"));
  }

  @Test
  void updating() {
    failAtEachStatement(storage -> {
      Fact present =
          storage.read(tx -> tx.store(FactStore.class).page(HERE, Optional.empty(), 1)).getFirst();
      var request = new RememberFact("The fox is number" + number++, FactMetadata.NONE);
      var changed = semantic.prepareChange(present, request);
      storage.<Boolean>write(tx -> {
        semantic.storeChange(tx, changed);
        return true;
      });
    });
  }

  @Test
  void forgetting() {
    failAtEachStatement(storage -> {
      MemoryId id =
          storage.read(
              tx -> tx.store(FactStore.class).page(HERE, Optional.empty(), 1).getFirst().id());
      storage.write(tx -> semantic.forget(tx, HERE, id));
    });
  }

  @Test
  void forgettingASuccessor() {
    Prepared<Fact> newer = prepared("The owl is a successor.", "owl");
    failAtEachStatement(storage -> {
      storage.<Boolean>write(tx -> {
        semantic.store(tx, newer);
        return semantic.forget(tx, HERE, newer.memory().id());
      });
    });
  }

  @Test
  void startingAnExecution() {
    failAtEachStatement(storage -> start(storage, "exe_" + number++));
  }

  @Test
  void endingAnExecution() {
    failAtEachStatement(storage -> {
      ExecutionRecord execution =
          storage.read(tx -> tx.store(ExecutionStore.class).unfinished(1)).getFirst();
      Instant at = clock.instant();
      Violation some = SomeExecutions.violation(ViolationKind.NETWORK, Severity.HIGH, at);
      storage.write(tx ->
          tx.store(ExecutionStore.class)
              .end(
                  HERE,
                  execution.id(),
                  SomeExecutions.ended(at, Status.OK, 2),
                  List.of(some, some)));
    });
  }

  @Test
  void removingExecutions() {
    failAtEachStatement(storage ->
        storage.write(tx -> {
          ExecutionStore executions = tx.store(ExecutionStore.class);
          Instant later = clock.instant().plusSeconds(1);
          return executions.redactBefore(later) + executions.removeBefore(later);
        }));
  }

  @Test
  void fillingVectors() {
    failAtEachStatement(storage -> new VectorFiller(storage, new WordsEmbedder()).doWork(32));
  }

  @Test
  void adoptingAModel() {
    failAtEachStatement(storage ->
        new VectorFiller(storage, new WordsEmbedder("words-" + number++, 128)).adoptModel());
  }

  @Test
  void opening() {
    int n = 1;
    boolean failed = true;
    while (failed) {
      FaultyConnections faults = new FaultyConnections();
      faults.failAt(n);
      Path fresh = home.resolve("home-" + n);
      try {
        SqliteStorage.open(fresh, null, faults).close();
      } catch (StorageFailure _) {
        assertThat(faults.hasFailed()).isTrue();
      }
      failed = faults.hasFailed();
      assertThat(OpenFiles.under(fresh)).as("after statement %d failed", n).isEmpty();
      try (Storage storage = SqliteStorage.open(fresh)) {
        remember(storage, "The owl is white.", null);
      }
      Invariants.check(fresh);
      n++;
      assertThat(n).isLessThan(STATEMENTS_MAX);
    }
    assertThat(n).isGreaterThan(2);
  }

  private void failAtEachStatement(Consumer<Storage> work) {
    try (Storage storage = SqliteStorage.open(home)) {
      remember(storage, "The owl is old.", "owl");
      remember(storage, "The owl is white.", null);
      new VectorFiller(storage, new WordsEmbedder()).doWork(32);
      remember(storage, "The owl is pending.", null);
      start(storage, "exe_first");
    }
    FaultyConnections faults = new FaultyConnections();
    int n = 1;
    boolean failed = true;
    while (failed) {
      try (Storage storage = SqliteStorage.open(home, null, faults)) {
        Object before = state(storage);
        faults.failAt(n);
        boolean refused = isRefused(storage, work);
        failed = faults.hasFailed();
        faults.stop();
        assertThat(refused).as("statement %d failed, so the work did", n).isEqualTo(failed);
        if (failed) {
          assertThat(state(storage)).as("after statement %d failed", n).isEqualTo(before);
          remember(storage, "Written after a failure, number" + number++, null);
        }
      }
      Invariants.check(home);
      n++;
      assertThat(n).isLessThan(STATEMENTS_MAX);
    }
    assertThat(n).isGreaterThan(3);
    assertThat(OpenFiles.under(home)).isEmpty();
  }

  private static boolean isRefused(Storage storage, Consumer<Storage> work) {
    try {
      work.accept(storage);
      return false;
    } catch (StorageFailure _) {
      return true;
    }
  }

  private static Object state(Storage storage) {
    return storage.read(tx ->
        List.of(
            tx.store(FactStore.class).page(HERE, Optional.empty(), 10_000),
            tx.store(IndexStore.class).pending(10_000),
            tx.store(IndexStore.class).status(HERE),
            tx.store(ExecutionStore.class).list(ExecutionFilter.all(HERE), 10_000),
            tx.store(ExecutionStore.class)
                .violations(ExecutionFilter.all(HERE), null, null, 10_000)));
  }

  private void start(Storage storage, String id) {
    ExecutionRecord execution = SomeExecutions.running(HERE, new ExecutionId(id), clock.instant());
    storage.<Boolean>write(tx -> {
      tx.store(ExecutionStore.class).start(execution);
      return true;
    });
  }

  private void remember(Storage storage, String content, @Nullable String key) {
    var prepared = prepared(content, key);
    storage.write(tx -> semantic.store(tx, prepared));
  }

  private Prepared<Fact> prepared(String content, @Nullable String key) {
    FactMetadata metadata =
        new FactMetadata(List.of(), 1, null, "fact", key, null, null, List.of(), JsonObject.EMPTY);
    return semantic.prepare(HERE, new RememberFact(content, metadata));
  }
}
