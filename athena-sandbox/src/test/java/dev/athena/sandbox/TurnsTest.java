package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final int AT_ONCE = 4;
  private static final int TASKS = 1_000;

  /** Threads that start when the test says so. */
  private final Queue<Runnable> started = new ArrayBlockingQueue<>(TASKS);

  @Test
  void asManyAsAllowedBeginAndOneMoreWaits() {
    Turns turns = new Turns(started::add, AT_ONCE);

    for (int i = 0; i < AT_ONCE; i++) {
      turns.take(() -> {});
    }
    assertThat(started).hasSize(AT_ONCE);
    turns.take(() -> {});
    assertThat(started).hasSize(AT_ONCE);
  }

  @Test
  void whatWaitsIsCarriedOutInItsOrderAndThenThereIsRoomAgain() {
    List<Integer> done = new ArrayList<>();
    Turns turns = new Turns(started::add, 1);
    for (int i = 0; i < TASKS; i++) {
      int number = i;
      turns.take(() -> done.add(number));
    }

    started.remove().run();

    assertThat(done).hasSize(TASKS).isSorted();
    turns.take(() -> done.add(TASKS));
    assertThat(started).hasSize(1);
  }

  @Test
  void oneThatThrowsDoesNotKeepItsPlace() {
    AtomicInteger done = new AtomicInteger();
    Turns turns = new Turns(started::add, 1);
    turns.take(() -> {
      throw new StackOverflowError("too deep");
    });
    turns.take(done::incrementAndGet);

    assertThatThrownBy(() -> started.remove().run()).isInstanceOf(StackOverflowError.class);
    started.remove().run();

    assertThat(done).hasValue(1);
    turns.take(done::incrementAndGet);
    assertThat(started).hasSize(1);
  }

  @Test
  void ofManyThatComeFromManySidesEachIsCarriedOutOnceAndNeverTooManyTogether()
      throws InterruptedException {
    AtomicInteger together = new AtomicInteger();
    Queue<Integer> most = new ConcurrentLinkedQueue<>();
    CountDownLatch done = new CountDownLatch(TASKS);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Turns turns = new Turns(threads, AT_ONCE);
      for (int i = 0; i < TASKS; i++) {
        threads.execute(() ->
            turns.take(() -> {
              most.add(together.incrementAndGet());
              together.decrementAndGet();
              done.countDown();
            }));
      }
      done.await();
    }

    assertThat(most).hasSize(TASKS).allMatch(count -> count <= AT_ONCE);
  }
}
