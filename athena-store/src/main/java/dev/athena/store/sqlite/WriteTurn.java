package dev.athena.store.sqlite;

import dev.athena.storage.StorageFailure;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The turn to write, taken by one thread of one process at a time, in the order of asking.
 *
 * <p>SQLite lets waiting writers poll, which starves some of them when several processes write at
 * once. Here they queue: threads for a fair lock, processes for a lock on a file, which the system
 * releases when a process dies. An interrupt does not end the wait; it is kept for the caller.
 */
final class WriteTurn implements AutoCloseable {
  private final ReentrantLock threads = new ReentrantLock(true);
  private final Path path;
  private FileChannel channel;

  WriteTurn(Path path) {
    this.path = path;
    this.channel = open(path);
  }

  /** Runs {@code work} while no other thread or process writes. */
  <T> T take(Supplier<T> work) {
    boolean interrupted = Thread.interrupted();
    threads.lock();
    try (FileLock _ = lockFile()) {
      return work.get();
    } catch (IOException e) {
      throw failure(e);
    } finally {
      threads.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private FileLock lockFile() throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return channel.lock();
        } catch (ClosedByInterruptException _) {
          interrupted |= Thread.interrupted();
          channel = open(path); // an interrupt closes the channel of who waits on it
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static FileChannel open(Path path) {
    try {
      return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static StorageFailure failure(IOException e) {
    return new StorageFailure(
        "the store's lock file cannot be used",
        "check that ATHENA_HOME is a folder you may write to",
        e);
  }
}
