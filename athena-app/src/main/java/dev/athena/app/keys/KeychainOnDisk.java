package dev.athena.app.keys;

import dev.athena.crypto.KeychainFile;
import dev.athena.crypto.KeysUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The document of a keychain as a file.
 *
 * <p>A change replaces it in one step under a lock on a file beside it, which the system releases
 * when a process dies, and is counted in another.
 */
final class KeychainOnDisk implements KeychainFile {
  /** The largest document, in bytes: more than the most tenants need. */
  static final long BYTES_MAX = 16 * 1024 * 1024;

  private static final String NONE = "none";

  /** After so long, what somebody put in the place of the file by hand is noticed. */
  static final Duration LOOK = Duration.ofMillis(100);

  /** A file lock keeps out other processes only. */
  private static final Lock OTHER_THREADS = new ReentrantLock();

  private final PrivateFile file;
  private final InstantSource clock;
  private volatile @Nullable ChangeCount count;
  private volatile @Nullable Seen seen;

  KeychainOnDisk(Path path, InstantSource clock) {
    this.file = new PrivateFile(path, BYTES_MAX);
    this.clock = clock;
  }

  /** The stamp that the file had at a time, before which so many changes were. */
  private record Seen(String stamp, long changes, Instant at) {
    boolean isOf(long changesNow, Instant now) {
      return changes == changesNow && !now.isBefore(at) && now.isBefore(at.plus(LOOK));
    }
  }

  @Override
  public String stamp() {
    ChangeCount changes = counting();
    if (changes == null) {
      return asked();
    }
    long changesNow = changes.now();
    Instant now = clock.instant();
    Seen last = seen;
    if (last != null && last.isOf(changesNow, now)) {
      return last.stamp();
    }
    String stamp = asked();
    seen = ChangeCount.isSettled(changesNow) ? new Seen(stamp, changesNow, now) : null;
    return stamp;
  }

  /** Returns the count; null if there are no keys yet, or it cannot be opened. */
  private @Nullable ChangeCount counting() {
    ChangeCount known = count;
    if (known != null || !file.exists()) {
      return known;
    }
    try {
      count = ChangeCount.open(file.beside(".count"));
      return count;
    } catch (IOException _) {
      return null; // then the system is asked each time
    }
  }

  private String asked() {
    try {
      BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
      return now.lastModifiedTime().to(TimeUnit.NANOSECONDS)
          + " "
          + now.size()
          + " "
          + now.fileKey();
    } catch (NoSuchFileException _) {
      return NONE;
    } catch (IOException e) {
      throw new KeysUnavailable(
          file.path() + " cannot be looked at", "see whether the folder is yours", e);
    }
  }

  @Override
  public Optional<byte[]> load() {
    return file.read();
  }

  @Override
  public void change(UnaryOperator<Optional<byte[]>> edit) {
    file.createFolder();
    OTHER_THREADS.lock();
    try (FileChannel channel = openLock();
        FileLock _ = channel.lock()) {
      changeAlone(edit);
    } catch (IOException e) {
      throw new KeysUnavailable(
          "the keychain cannot be locked or counted: " + e.getMessage(),
          "see whether %s is writable and its disk has space".formatted(file.folder()),
          e);
    } finally {
      OTHER_THREADS.unlock();
    }
  }

  private void changeAlone(UnaryOperator<Optional<byte[]>> edit) throws IOException {
    ChangeCount known = count;
    ChangeCount changes = known == null ? ChangeCount.open(file.beside(".count")) : known;
    count = changes;
    changes.begin();
    try {
      edit.apply(file.read()).ifPresent(file::replace);
    } finally {
      changes.end();
    }
  }

  private FileChannel openLock() throws IOException {
    return FileChannel.open(
        file.beside(".lock").path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
