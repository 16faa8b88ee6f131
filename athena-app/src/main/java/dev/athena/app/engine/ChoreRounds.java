package dev.athena.app.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * The chores that are left to do, part by part and in turns; regular ones are begun anew each
 * round. For use by one thread.
 */
final class ChoreRounds {
  /** How often regular chores are begun anew. */
  private static final Duration ROUND = Duration.ofMinutes(1);

  private final Deque<IntSupplier> left;
  private final List<IntSupplier> regularly;
  private final InstantSource clock;
  private Instant nextRound = Instant.EPOCH;

  ChoreRounds(BackgroundWork.Chores chores, InstantSource clock) {
    this.left = new ArrayDeque<>(chores.once());
    this.regularly = List.copyOf(chores.regularly());
    this.clock = clock;
  }

  /** Begins a round if it is time to. */
  void beginIfDue() {
    Instant now = clock.instant();
    if (!now.isBefore(nextRound)) {
      nextRound = now.plus(ROUND);
      regularly.stream().filter(chore -> !left.contains(chore)).forEach(left::addLast);
    }
  }

  /** Returns whether there is nothing to do. */
  boolean isEmpty() {
    return left.isEmpty();
  }

  /** Does a part of the first chore, which is done when it says that it did nothing. */
  void doPart() {
    IntSupplier chore = left.removeFirst();
    boolean isDone = false;
    try {
      isDone = chore.getAsInt() == 0;
    } finally {
      if (!isDone) {
        left.addLast(chore); // one that fails does not keep the others waiting
      }
    }
  }
}
