package dev.athena.storage;

import java.util.function.Function;

/** Where memories are kept. Safe for use by many threads and by many processes at once. */
public interface Storage extends AutoCloseable {
  /**
   * Runs {@code work} as one write transaction and returns its answer.
   *
   * <p>When this returns, all that {@code work} wrote is durable and seen by every later read of
   * any process. If it throws, nothing was written. Writers take turns; do no slow work inside.
   *
   * @throws StorageFailure if the storage fails
   */
  <T> T write(Function<Transaction, T> work);

  /**
   * Runs {@code work} as {@link #write} does, but does not wait for the disk: what it wrote is seen
   * at once and outlives this process, and is lost only if the machine itself fails within seconds.
   * The next write makes it durable too.
   *
   * @throws StorageFailure if the storage fails
   */
  default <T> T note(Function<Transaction, T> work) {
    return write(work);
  }

  /**
   * Runs {@code work} on one consistent state and returns its answer. Never waits for writers.
   *
   * @throws StorageFailure if the storage fails
   */
  <T> T read(Function<Transaction, T> work);

  /**
   * Makes sure that what was removed before is gone from what the storage keeps on the disk, beyond
   * the reach of those who read its files byte by byte.
   *
   * @return whether it is; false if others read so long that it was given up for now
   * @throws StorageFailure if the storage fails
   */
  default boolean purge() {
    return true;
  }

  /** Releases what is held open. Calls after this fail. */
  @Override
  void close();
}
