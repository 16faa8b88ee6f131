package dev.athena.store.sqlite;

import dev.athena.storage.StorageFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The turn to write, taken by one thread of one process at a time, in the order of asking.
 *
 * <p>SQLite lets waiting writers poll, which starves some of them when several processes write at
 * once. Here they queue: threads for a fair lock, processes for a lock on a file, which the system
 * releases when a process dies. An interrupt does not end the waiting: the thread writes, and finds
 * itself interrupted after that.
 */
final class WriteTurn implements AutoCloseable {
  /**
   * The lock of each file that is open in this process: to the system, all threads of a process own
   * a file lock together, and lose it when any of them closes the file.
   */
  private static final Map<Path, Threads> OPEN = new ConcurrentHashMap<>();

  /** The lock of one file with the number of those who use it. */
  private record Threads(ReentrantLock lock, int users) {}

  private final Path lockFile;
  private final Path key;
  private final ReentrantLock threads;
  private FileChannel channel;
  private boolean closed;

  WriteTurn(Path lockFile) {
    this.lockFile = lockFile;
    try {
      this.channel = openFile();
      this.key = lockFile.toRealPath();
    } catch (IOException e) {
      throw failure(e);
    }
    this.threads =
        OPEN.merge(
                key,
                new Threads(new ReentrantLock(true), 1),
                (known, _) -> new Threads(known.lock(), known.users() + 1))
            .lock();
  }

  /**
   * Runs {@code work} while no other thread or process writes.
   *
   * @throws StorageFailure if the turn cannot be taken, or this is closed
   */
  <T> T take(Supplier<T> work) {
    threads.lock();
    try (FileLock _ = lockFile()) {
      return work.get();
    } catch (IOException e) {
      throw failure(e);
    } finally {
      threads.unlock();
    }
  }

  /** Waits until nobody of this process writes, and gives the file back. */
  @Override
  public void close() {
    threads.lock();
    try {
      if (!closed) {
        closed = true;
        OPEN.computeIfPresent(
            key,
            (_, known) -> known.users() == 1 ? null : new Threads(known.lock(), known.users() - 1));
        channel.close();
      }
    } catch (IOException e) {
      throw failure(e);
    } finally {
      threads.unlock();
    }
  }

  /** An interrupt closes the channel it meets, so that is opened anew. */
  private FileLock lockFile() throws IOException {
    if (closed) {
      throw SqliteFile.closedFailure();
    }
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        if (!channel.isOpen()) {
          channel = openFile();
        }
        try {
          return channel.lock();
        } catch (FileLockInterruptionException _) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private FileChannel openFile() throws IOException {
    return FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static StorageFailure failure(IOException e) {
    return new StorageFailure(
        "the store's lock file cannot be used",
        "check that ATHENA_HOME is a folder you may write to",
        e);
  }
}
