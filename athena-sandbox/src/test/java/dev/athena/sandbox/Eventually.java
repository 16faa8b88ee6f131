package dev.athena.sandbox;

import java.time.Duration;

/** Waits for what must come true soon. */
final class Eventually {
  private static final long STEP_MILLIS = 20;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Eventually() {}

  /** Returns once the check does not fail any more, and fails as it does if that never comes. */
  static void holds(Runnable check) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        check.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
      }
      try {
        Thread.sleep(STEP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }
}
