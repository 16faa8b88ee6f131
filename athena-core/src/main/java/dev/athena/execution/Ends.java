package dev.athena.execution;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Ends of executions that are being written while their answers are on the way to those who asked.
 *
 * <p>There are no more of them than there are executions under way: the start of one waits for its
 * turn to write, and so for the ends before it.
 */
final class Ends {
  private final Executor executor;
  private final Set<CompletableFuture<Boolean>> underWay = ConcurrentHashMap.newKeySet();

  Ends(Executor executor) {
    this.executor = executor;
  }

  /** Has an end written. */
  void write(Runnable writing) {
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    underWay.add(end);
    Runnable whole =
        () -> {
          try {
            writing.run();
          } finally {
            underWay.remove(end);
            end.complete(true);
          }
        };
    try {
      executor.execute(whole);
    } catch (RejectedExecutionException _) {
      whole.run(); // Athena is ending
    }
  }

  /** Waits until all that {@link #write} was given is written, or has failed. */
  void await() {
    underWay.forEach(CompletableFuture::join);
  }
}
