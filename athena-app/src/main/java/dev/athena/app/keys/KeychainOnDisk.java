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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The document of a keychain as a file.
 *
 * <p>A change replaces it in one step under a lock on a file beside it, which the system releases
 * when a process dies.
 */
final class KeychainOnDisk implements KeychainFile {
  /** The largest document, in bytes: more than the most tenants need. */
  static final long BYTES_MAX = 16 * 1024 * 1024;

  private static final String NONE = "none";

  /** A file lock keeps out other processes only. */
  private static final Lock OTHER_THREADS = new ReentrantLock();

  private final PrivateFile file;

  KeychainOnDisk(Path path) {
    this.file = new PrivateFile(path, BYTES_MAX);
  }

  @Override
  public String stamp() {
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
      edit.apply(file.read()).ifPresent(file::replace);
    } catch (IOException e) {
      throw new KeysUnavailable(
          "the keychain cannot be locked: " + e.getMessage(),
          "make %s writable".formatted(file.folder()),
          e);
    } finally {
      OTHER_THREADS.unlock();
    }
  }

  private FileChannel openLock() throws IOException {
    return FileChannel.open(
        file.beside(".lock").path(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
