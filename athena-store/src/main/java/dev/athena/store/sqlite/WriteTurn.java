package dev.athena.store.sqlite;

import dev.athena.storage.StorageFailure;
import java.io.IOException;
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
 * releases when a process dies.
 */
final class WriteTurn implements AutoCloseable {
  private final ReentrantLock threads = new ReentrantLock(true);
  private final FileChannel channel;

  WriteTurn(Path lockFile) {
    try {
      this.channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Runs {@code work} while no other thread or process writes. */
  <T> T take(Supplier<T> work) {
    threads.lock();
    try (FileLock _ = channel.lock()) {
      return work.get();
    } catch (IOException e) {
      throw failure(e);
    } finally {
      threads.unlock();
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

  private static StorageFailure failure(IOException e) {
    return new StorageFailure(
        "the store's lock file cannot be used",
        "check that ATHENA_HOME is a folder you may write to",
        e);
  }
}
