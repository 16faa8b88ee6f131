package dev.athena.execution;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends of executions that are being written while their answers are on the way to those who asked.
 *
 * <p>There are no more of them than there are executions under way: the start of one waits for its
 * turn to write, and so for the ends before it.
 */
final class Ends {
  private final Executor executor;
  private final AtomicLong last = new AtomicLong();
  private final Map<Long, CompletableFuture<Boolean>> underWay = new ConcurrentHashMap<>();

  Ends(Executor executor) {
    this.executor = executor;
  }

  /** Has an end written. */
  void write(Runnable writing) {
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    long number = last.incrementAndGet();
    underWay.put(number, end);
    Runnable whole =
        () -> {
          try {
            writing.run();
          } finally {
            underWay.remove(number);
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
    underWay.values().forEach(CompletableFuture::join);
  }
}
