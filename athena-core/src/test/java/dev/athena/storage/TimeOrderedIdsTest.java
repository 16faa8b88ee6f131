package dev.athena.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class TimeOrderedIdsTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");

  @Test
  void anIdIsItsPrefixAnd26CharactersOfCrockfordsAlphabet() {
    String id = ids(InstantSource.fixed(NOW)).next("mem");

    assertThat(id).matches("mem_[0-9a-hjkmnp-tv-z]{26}");
  }

  @Test
  void theFirstTenCharactersAreTheTime() {
    InstantSource epoch = InstantSource.fixed(Instant.EPOCH);

    assertThat(ids(epoch).next("mem")).startsWith("mem_0000000000");
    assertThat(ids(InstantSource.fixed(Instant.ofEpochMilli(33))).next("mem"))
        .startsWith("mem_0000000011");
  }

  @Test
  void idsStrictlyIncreaseWhileTheClockStandsStill() {
    assertIncreasing(ids(InstantSource.fixed(NOW)), 10_000);
  }

  @Test
  void idsStrictlyIncreaseWhenTheClockStepsBack() {
    long[] millis = {NOW.toEpochMilli()};
    TimeOrderedIds ids = ids(() -> Instant.ofEpochMilli(millis[0]));
    String before = ids.next("mem");

    millis[0] -= 60_000;

    assertThat(ids.next("mem")).isGreaterThan(before);
  }

  @Test
  void idsStrictlyIncreaseWhenTheChancePartRunsOver() {
    RandomGenerator allOnes = () -> -1L;

    assertIncreasing(new TimeOrderedIds(InstantSource.fixed(NOW), allOnes), 1_000);
  }

  @Test
  void idsOfManyThreadsAreAllDifferent() throws Exception {
    TimeOrderedIds ids = ids(InstantSource.fixed(NOW));
    Set<String> all = new HashSet<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<List<String>>> made = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        made.add(
            pool.submit(() -> {
              List<String> mine = new ArrayList<>();
              for (int i = 0; i < 1_000; i++) {
                mine.add(ids.next("evt"));
              }
              return mine;
            }));
      }
      for (Future<List<String>> one : made) {
        all.addAll(one.get(30, TimeUnit.SECONDS));
      }
    }

    assertThat(all).hasSize(4_000);
  }

  @Test
  void theSameSeedGivesTheSameIds() {
    assertThat(ids(InstantSource.fixed(NOW)).next("mem"))
        .isEqualTo(ids(InstantSource.fixed(NOW)).next("mem"));
  }

  private static void assertIncreasing(TimeOrderedIds ids, int count) {
    String last = "";
    for (int i = 0; i < count; i++) {
      String id = ids.next("mem");
      assertThat(id).isGreaterThan(last);
      last = id;
    }
  }

  private static TimeOrderedIds ids(InstantSource clock) {
    return new TimeOrderedIds(clock, new SplittableRandom(1));
  }
}
