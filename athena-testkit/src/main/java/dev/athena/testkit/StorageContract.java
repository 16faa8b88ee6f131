package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.episodic.EpisodeStore;
import dev.athena.index.IndexStore;
import dev.athena.index.Prepared;
import dev.athena.index.Writing;
import dev.athena.memory.MemoryId;
import dev.athena.memory.UsageStore;
import dev.athena.procedural.ProcedureStore;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import dev.athena.semantic.RememberFact;
import dev.athena.storage.StorageFailure;
import dev.athena.storage.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every storage promises of its transactions. */
public abstract class StorageContract extends BackendTest {
  private interface UnknownStore extends Store {}

  @Test
  void everyStoreOfTheCoreIsThere() {
    List<Class<? extends Store>> types =
        List.of(
            EpisodeStore.class,
            FactStore.class,
            ProcedureStore.class,
            UsageStore.class,
            IndexStore.class);

    for (Class<? extends Store> type : types) {
      assertThat(storage().<Boolean>read(tx -> type.isInstance(tx.store(type)))).isTrue();
    }
  }

  @Test
  void aStoreThatNobodyKeepsIsRefused() {
    assertThatThrownBy(() -> storage().read(tx -> tx.store(UnknownStore.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("UnknownStore");
  }

  @Test
  void whatOneTransactionWroteIsReadByTheNext() {
    MemoryId id = fact(HERE, "The sky is blue.");

    assertThat(content(id)).contains("The sky is blue.");
  }

  @Test
  void aTransactionReadsWhatItWroteItself() {
    Prepared<Fact> fact = prepared("The sky is blue.");

    long count =
        storage()
            .write(tx -> {
              semantic.store(tx, fact);
              return tx.store(FactStore.class).count(HERE);
            });

    assertThat(count).isEqualTo(1);
  }

  @Test
  void aWriteThatThrowsLeavesNothing() {
    Prepared<Fact> fact = prepared("The sky is blue.");

    assertThatThrownBy(() ->
            storage()
                .write(tx -> {
                  semantic.store(tx, fact);
                  throw new IllegalArgumentException("on purpose");
                }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("on purpose");

    assertThat(number(FactStore.class, facts -> facts.count(HERE))).isZero();
    assertThat(number(IndexStore.class, index -> index.status(HERE).entries())).isZero();
  }

  @Test
  void afterAWriteThatThrewTheNextOneWorks() {
    assertThatThrownBy(() ->
            storage()
                .write(tx -> {
                  throw new IllegalArgumentException("on purpose");
                }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(content(fact(HERE, "The sky is blue."))).isPresent();
  }

  @Test
  void aStoreThatThrewDoomsItsTransactionEvenIfThatIsCaught() {
    Prepared<Fact> fact = prepared("The sky is blue.");

    assertThatThrownBy(() ->
            storage()
                .write(tx -> {
                  semantic.store(tx, fact);
                  assertThatThrownBy(
                          () -> tx.store(FactStore.class).add(fact.memory(), fact.identity()))
                      .isInstanceOf(IllegalStateException.class);
                  return true;
                }))
        .isInstanceOf(StorageFailure.class);

    assertThat(number(FactStore.class, facts -> facts.count(HERE))).isZero();
  }

  @Test
  void aReadSeesOneStateWhileOthersWrite() {
    long[] counts =
        storage()
            .read(tx -> {
              FactStore facts = tx.store(FactStore.class);
              long before = facts.count(HERE);
              inAnotherThread(() -> fact(HERE, "Written meanwhile."));
              return new long[] {before, facts.count(HERE)};
            });

    assertThat(counts).containsExactly(0, 0);
    assertThat(number(FactStore.class, facts -> facts.count(HERE))).isEqualTo(1);
  }

  @Test
  void writersTakeTurnsSoThatNoIncrementIsLost() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    int threads = 8;
    int each = 25;
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Boolean>> done = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        String name = "writer " + t + " fact ";
        Callable<Boolean> work =
            () -> {
              go.await();
              for (int i = 0; i < each; i++) {
                Prepared<Fact> fact = prepared(name + i);
                storage()
                    .write(tx -> {
                      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                      Writing.add(tx, tx.store(FactStore.class), fact);
                      return inside.decrementAndGet();
                    });
              }
              return true;
            };
        done.add(pool.submit(work));
      }
      go.countDown();
      for (Future<Boolean> one : done) {
        one.get(60, TimeUnit.SECONDS);
      }
    }

    assertThat(most.get()).isEqualTo(1);
    assertThat(number(FactStore.class, facts -> facts.count(HERE))).isEqualTo(200); // 8 x 25
  }

  @Test
  void manyReadAtOnceWhileOneWrites() throws Exception {
    MemoryId id = fact(HERE, "The sky is blue.");
    try (ExecutorService pool = Executors.newFixedThreadPool(12)) {
      List<Future<Optional<String>>> reads = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        reads.add(pool.submit(() -> content(id)));
        if (i % 10 == 0) {
          fact(HERE, "Fact number " + i);
        }
      }
      for (Future<Optional<String>> one : reads) {
        assertThat(one.get(60, TimeUnit.SECONDS)).contains("The sky is blue.");
      }
    }
  }

  @Test
  void anInterruptedThreadWritesAndStaysInterrupted() throws Exception {
    boolean interrupted =
        inAnotherThread(() -> {
          Thread.currentThread().interrupt();
          fact(HERE, "Written by a thread that was interrupted.");
          return Thread.interrupted();
        });

    assertThat(interrupted).isTrue();
    assertThat(content(fact(HERE, "Written after that."))).isPresent();
    assertThat(number(FactStore.class, facts -> facts.count(HERE))).isEqualTo(2);
  }

  @Test
  void aWriterInterruptedWhileItWaitsStillWrites() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Future<Boolean> first =
          pool.submit(() ->
              storage()
                  .<Boolean>write(_ -> {
                    inside.countDown();
                    return awaited(leave);
                  }));
      assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
      Thread waiting = new Thread(() -> fact(HERE, "Waited for."));
      waiting.start();
      waiting.interrupt();
      leave.countDown();
      assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
      waiting.join();
    }

    assertThat(number(FactStore.class, facts -> facts.count(HERE))).isEqualTo(1);
    assertThat(content(fact(HERE, "Written after that."))).isPresent();
  }

  @Test
  void aClosedStorageSaysSo() {
    storage().close();

    assertThatThrownBy(() -> storage().read(tx -> tx.store(FactStore.class).count(HERE)))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> fact(HERE, "Too late."))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("closed");
  }

  @Test
  void closingTwiceIsClosingOnce() {
    storage().close();

    storage().close();
  }

  private Prepared<Fact> prepared(String content) {
    return semantic.prepare(HERE, new RememberFact(content, FactMetadata.NONE));
  }

  private Optional<String> content(MemoryId id) {
    return read(FactStore.class, facts -> facts.find(HERE, id)).map(Fact::content);
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static <T> T inAnotherThread(Callable<T> work) {
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      return pool.submit(work).get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("the other thread failed", e);
    }
  }
}
