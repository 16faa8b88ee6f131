package dev.athena.sandbox;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Has tasks carried out in the order they come, a few at a time. Whoever hands one in never waits.
 *
 * <p>How many can wait is for the giver to limit.
 */
final class Turns {
  private final Executor threads;
  private final int atOnce;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int underWay;

  Turns(Executor threads, int atOnce) {
    this.threads = threads;
    this.atOnce = atOnce;
  }

  /** Takes a task. One that throws ends its thread, and the others go on. */
  void take(Runnable task) {
    if (mayStart(task)) {
      threads.execute(() -> carryOut(task));
    }
  }

  private synchronized boolean mayStart(Runnable task) {
    if (underWay == atOnce) {
      waiting.add(task);
      return false;
    }
    underWay++;
    return true;
  }

  private void carryOut(Runnable first) {
    Runnable task = first;
    try {
      while (task != null) {
        task.run();
        task = next();
      }
    } finally {
      if (task != null) {
        passOn();
      }
    }
  }

  private void passOn() {
    Runnable next = next();
    if (next != null) {
      threads.execute(() -> carryOut(next));
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable next = waiting.poll();
    if (next == null) {
      underWay--;
    }
    return next;
  }
}
