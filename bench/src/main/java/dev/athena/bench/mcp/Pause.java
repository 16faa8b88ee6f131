package dev.athena.bench.mcp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Time in which nothing is asked of Athena, so that it can make ready what it likes to have. */
public final class Pause {
  private Pause() {}

  /** Waits. */
  public static void millis(long millis) {
    new CompletableFuture<Boolean>().completeOnTimeout(true, millis, TimeUnit.MILLISECONDS).join();
  }
}
