package dev.athena.app.engine;

import dev.athena.storage.StorageFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A lock that one engine has at a time, of all processes on one home. It stands for a file, and the
 * system releases it when its process goes.
 */
final class HomeLock {
  private static final Logger LOG = Logger.getLogger(HomeLock.class.getName());

  /** A lock on a file is that of a process; these are for engines of this one. */
  private static final Map<Path, ReentrantLock> HERE = new ConcurrentHashMap<>();

  private final Path file;
  private final ReentrantLock here;

  HomeLock(Path file) {
    this.file = file;
    this.here = HERE.computeIfAbsent(file.toAbsolutePath().normalize(), _ -> new ReentrantLock());
  }

  /** Does work if no other engine has the lock; returns whether it was done. */
  boolean ifFree(Runnable work) {
    if (!here.tryLock()) {
      return false;
    }
    try (FileChannel channel = open();
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        work.run();
      }
      return lock != null;
    } catch (OverlappingFileLockException _) {
      LOG.fine("another engine of this process does the work");
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the lock of the background work cannot be taken", e);
    } finally {
      here.unlock();
    }
    return false;
  }

  /**
   * Does work as soon as no other engine has the lock.
   *
   * @throws StorageFailure if there can be no lock
   */
  <T> T whenFree(Supplier<T> work) {
    here.lock();
    try (FileChannel channel = open();
        FileLock lock = channel.lock()) {
      LOG.log(Level.FINEST, "the lock is taken: {0}", lock);
      return work.get();
    } catch (IOException e) {
      throw new StorageFailure(
          "the lock of the home cannot be taken",
          "check that ATHENA_HOME is a folder you may write to, and that its disk has room",
          e);
    } finally {
      here.unlock();
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
