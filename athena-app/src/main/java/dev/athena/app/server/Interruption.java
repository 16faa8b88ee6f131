package dev.athena.app.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * The wish of the system that the process ends, such as after Ctrl-C.
 *
 * <p>The process then waits until this is closed, so that what is open can be closed before.
 */
final class Interruption implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Interruption.class.getName());
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  private Interruption() {}

  /** Begins to listen for it. */
  static Interruption listen() {
    Interruption interruption = new Interruption();
    Thread hook = Thread.ofPlatform().name("athena-interruption").unstarted(interruption::hold);
    Runtime.getRuntime().addShutdownHook(hook);
    return interruption;
  }

  /** Waits for it. */
  void await() throws InterruptedException {
    asked.await();
  }

  @Override
  public void close() {
    done.countDown();
  }

  private void hold() {
    asked.countDown();
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warning("what was under way is given up");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
