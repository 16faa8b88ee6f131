package dev.athena.app.keys;

import dev.athena.crypto.KeysUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one at a time, of all threads and processes, exchange the master key of a home: of two that
 * did at once, one would put its key in the place of the one that the keys are wrapped with.
 */
final class MoveLock {
  /** A file lock keeps out other processes only. */
  private static final ReentrantLock OTHER_THREADS = new ReentrantLock();

  private final PrivateFile file;

  MoveLock(Path folder) {
    this.file = new PrivateFile(folder.resolve("move.lock"), 0);
  }

  /** Waits until nobody else is at it, and returns what {@code work} does. */
  <T> T alone(Supplier<T> work) {
    file.createFolder();
    OTHER_THREADS.lock();
    try (FileChannel channel = open();
        FileLock _ = channel.lock()) {
      return work.get();
    } catch (IOException e) {
      throw new KeysUnavailable(
          file.path() + " cannot be locked: " + e.getMessage(), "make its folder writable", e);
    } finally {
      OTHER_THREADS.unlock();
    }
  }

  /** Does {@code work} if nobody else is at it; never waits. */
  void ifFree(Runnable work) {
    if (OTHER_THREADS.isHeldByCurrentThread()) {
      work.run();
    } else if (OTHER_THREADS.tryLock()) {
      try (FileChannel channel = open();
          FileLock lock = channel.tryLock()) {
        if (lock != null) {
          work.run();
        }
      } catch (IOException e) {
        throw new KeysUnavailable(
            file.path() + " cannot be locked: " + e.getMessage(), "make its folder writable", e);
      } finally {
        OTHER_THREADS.unlock();
      }
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(file.path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
