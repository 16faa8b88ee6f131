package dev.athena.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.storage.Storage;
import org.junit.jupiter.api.Test;

/** A backend answers every sequence of calls of its store of executions as its twin does. */
public abstract class ExecutionTwinContract {
  private static final int SEEDS = 8;
  private static final int CALLS = 400;

  /** Opens a storage that holds nothing; called once for each seed. */
  protected abstract Storage open(long seed);

  @Test
  void everySequenceOfCallsIsAnsweredAsTheTwinDoes() {
    int found = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      try (Storage storage = open(seed);
          Storage twin = new InMemoryStorage()) {
        RandomExecutions calls = new RandomExecutions(storage, seed);
        RandomExecutions sameCalls = new RandomExecutions(twin, seed);
        for (int call = 0; call < CALLS; call++) {
          String expected = sameCalls.next();

          assertThat(calls.next()).as("seed %d, call %d", seed, call).isEqualTo(expected);
          found += expected.contains("exe_") ? 1 : 0;
        }
      }
    }

    assertThat(found).as("calls that found something").isGreaterThan(SEEDS * CALLS / 4);
  }
}
