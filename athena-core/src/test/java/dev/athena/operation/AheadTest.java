package dev.athena.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.InvalidArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AheadTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 65, 1_000})
  void everyResultComesOnceAndInOrder(int count) {
    AtomicInteger computed = new AtomicInteger();
    List<Integer> taken = new ArrayList<>();

    try (Ahead<Integer> ahead = new Ahead<>(suppliers(count, computed))) {
      ahead.forEach(taken::add);
    }

    assertThat(taken).isEqualTo(IntStream.range(0, count).boxed().toList());
    assertThat(computed).hasValue(count);
  }

  @Test
  void whoeverTakesComputesWhatNoOtherCoreDoes() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    int workers = ForkJoinPool.getCommonPoolParallelism();
    CountDownLatch busy = new CountDownLatch(workers);
    for (int i = 0; i < workers; i++) {
      ForkJoinPool.commonPool()
          .execute(() -> {
            busy.countDown();
            awaitQuietly(release);
          });
    }
    busy.await();
    List<Integer> taken = new ArrayList<>();
    try (Ahead<Integer> ahead = new Ahead<>(suppliers(200, new AtomicInteger()))) {
      ahead.forEach(taken::add);
    } finally {
      release.countDown();
    }

    assertThat(taken).hasSize(200);
  }

  @Test
  void aFailureIsThrownAsItIsWhereItStands() {
    List<Supplier<Integer>> suppliers = new ArrayList<>(suppliers(100, new AtomicInteger()));
    suppliers.set(
        70,
        () -> {
          throw new InvalidArgument("the owl is gone", "look for it");
        });
    List<Integer> taken = new ArrayList<>();

    try (Ahead<Integer> ahead = new Ahead<>(suppliers)) {
      assertThatThrownBy(() -> ahead.forEach(taken::add))
          .isInstanceOf(InvalidArgument.class)
          .hasMessageContaining("the owl is gone");
    }
    assertThat(taken).hasSize(64);
  }

  private static List<Supplier<Integer>> suppliers(int count, AtomicInteger computed) {
    return IntStream.range(0, count)
        .<Supplier<Integer>>mapToObj(i ->
            () -> {
              computed.incrementAndGet();
              return i;
            })
        .toList();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
