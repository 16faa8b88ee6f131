package dev.athena.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Resources of the class path as files, for native code that can only open files.
 *
 * <p>A file is unpacked once and then shared by later starts and other processes. It lies in a
 * directory named for its content, so another version of Athena never meets the wrong file, and it
 * appears there complete or not at all. One process unpacks while others wait for it.
 */
final class UnpackedResources {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** A file lock holds off other processes only; this holds off the threads of this one. */
  private static final ReentrantLock UNPACKING = new ReentrantLock();

  private final Path root;

  /** Unpacks below {@code root}, which is made on first use for its owner alone. */
  UnpackedResources(Path root) {
    this.root = root.toAbsolutePath();
  }

  /**
   * Returns the file that holds the resource.
   *
   * @throws IOException if the resource is missing, the directory cannot be written, or others may
   *     write into it: what is unpacked there is run as code
   */
  Path unpack(String resource) throws IOException {
    ResourceContent content = ResourceContent.of(resource);
    makePrivate(root);
    Path file = root.resolve(content.fingerprint()).resolve(content.fileName());
    if (!isComplete(file, content)) {
      unpackAlone(content, file);
    }
    return file;
  }

  private void unpackAlone(ResourceContent content, Path file) throws IOException {
    UNPACKING.lock();
    try (FileChannel channel =
            FileChannel.open(
                root.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !isComplete(file, content)) {
        Path part = root.resolve("unpack.part");
        copy(content, part);
        Files.createDirectories(file.resolveSibling(""));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      UNPACKING.unlock();
    }
  }

  /** Copies and waits for the disk, so that the name never outlives the bytes. */
  private static void copy(ResourceContent content, Path target) throws IOException {
    try (InputStream in = content.open();
        FileChannel channel =
            FileChannel.open(
                target,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        OutputStream out = Channels.newOutputStream(channel)) {
      in.transferTo(out);
      channel.force(true);
    }
  }

  private static boolean isComplete(Path file, ResourceContent content) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) == content.bytes();
  }

  private static void makePrivate(Path directory) throws IOException {
    if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(directory);
      return;
    }
    Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    for (PosixFilePermission permission : Files.getPosixFilePermissions(directory)) {
      if (OTHERS_WRITE.contains(permission)) {
        throw new IOException(
            directory + " can be written by others; allow only its owner (chmod 700)");
      }
    }
  }
}
