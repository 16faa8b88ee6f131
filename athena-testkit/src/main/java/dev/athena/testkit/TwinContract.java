package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.storage.Storage;
import org.junit.jupiter.api.Test;

/**
 * A backend answers every sequence of calls as its twin in main memory does.
 *
 * <p>Ranks, scores, ids, refusals and counts are all compared; a failure names the seed and the
 * call.
 */
public abstract class TwinContract {
  private static final int SEEDS = 10;
  private static final int CALLS = 250;

  /** Opens a storage that holds nothing; called once for each seed. */
  protected abstract Storage open(long seed);

  /** Returns the first seed; another one tries other sequences. */
  protected long firstSeed() {
    return 1;
  }

  @Test
  void everySequenceOfCallsIsAnsweredAsTheTwinDoes() {
    int found = 0;
    for (long seed = firstSeed(); seed < firstSeed() + SEEDS; seed++) {
      try (Storage storage = open(seed);
          Storage twin = new InMemoryStorage()) {
        RandomCalls calls = new RandomCalls(storage, seed);
        RandomCalls sameCalls = new RandomCalls(twin, seed);
        for (int call = 0; call < CALLS; call++) {
          String expected = sameCalls.next();

          assertThat(calls.next()).as("seed %d, call %d", seed, call).isEqualTo(expected);
          found += expected.contains("score=0.") ? 1 : 0;
        }
      }
    }

    assertThat(found).as("calls that found something").isGreaterThan(SEEDS * CALLS / 20);
  }
}
