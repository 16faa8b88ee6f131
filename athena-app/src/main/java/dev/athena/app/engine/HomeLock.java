package dev.athena.app.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A lock that one engine has at a time, of all processes on one home. It stands for a file, and the
 * system releases it when its process goes.
 */
final class HomeLock {
  private static final Logger LOG = Logger.getLogger(HomeLock.class.getName());

  private final Path file;

  HomeLock(Path file) {
    this.file = file;
  }

  /** Does work if no other engine has the lock; returns whether it was done. */
  boolean ifFree(Runnable work) {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        work.run();
      }
      return lock != null;
    } catch (OverlappingFileLockException _) {
      LOG.fine("another engine of this process does the work");
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the lock of the background work cannot be taken", e);
    }
    return false;
  }
}
