package dev.athena.app.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One thread for what nobody has to wait for, done in order; what fails is told to the log. */
final class Later implements Executor, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Later.class.getName());

  private static final long END_SECONDS = 10;

  private final String failure;
  private final ExecutorService thread;

  /**
   * Creates one.
   *
   * @param name of the thread
   * @param failure what the log says where something fails
   */
  Later(String name, String failure) {
    this.failure = failure;
    this.thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon().factory());
  }

  @Override
  public void execute(Runnable work) {
    thread.execute(() -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, failure, Unforeseen.logged(e));
      }
    });
  }

  /** Does what was given before, for a while. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "gave up waiting for the last of it: {0}", failure);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
