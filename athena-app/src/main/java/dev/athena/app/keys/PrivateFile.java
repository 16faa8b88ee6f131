package dev.athena.app.keys;

import dev.athena.crypto.KeysUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A file that only its owner can read, in a folder that only its owner can enter. */
final class PrivateFile {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OTHERS_READ =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  /** How much later than the one before a file counts as changed, at least. */
  private static final Duration TICK = Duration.ofMillis(10);

  private final Path path;
  private final long bytesMax;

  PrivateFile(Path path, long bytesMax) {
    this.path = path.toAbsolutePath().normalize();
    this.bytesMax = bytesMax;
  }

  Path path() {
    return path;
  }

  Path folder() {
    return path.resolveSibling("");
  }

  /** Returns the file beside this one whose name ends with {@code end} besides. */
  PrivateFile beside(String end) {
    return new PrivateFile(path.resolveSibling(path.getFileName() + end), bytesMax);
  }

  /** Returns what is in it; empty if there is no such file. */
  Optional<byte[]> read() {
    try {
      long bytes = Files.size(path);
      if (bytes > bytesMax) {
        throw new KeysUnavailable(
            "%s has %,d bytes; the limit is %,d".formatted(path.getFileName(), bytes, bytesMax),
            "see whether it is the right file",
            null);
      }
      return Optional.of(Files.readAllBytes(path));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw unusable("read", e);
    }
  }

  /**
   * Does nothing if only the owner can read it, or nobody can tell.
   *
   * @throws KeysUnavailable if others can
   */
  void refuseReadableByOthers() {
    try {
      if (isPosix(path)) {
        Set<PosixFilePermission> others = EnumSet.copyOf(OTHERS_READ);
        others.retainAll(Files.getPosixFilePermissions(path));
        if (!others.isEmpty()) {
          throw new KeysUnavailable(
              "others than its owner can read " + path,
              "run `chmod 600 %s`, and think who may have read it".formatted(path),
              null);
        }
      }
    } catch (IOException e) {
      throw unusable("read", e);
    }
  }

  /** Creates the folder it is to lie in. */
  void createFolder() {
    try {
      if (Files.notExists(folder())) {
        createFolder(folder());
      }
    } catch (IOException e) {
      throw unusable("written", e);
    }
  }

  /**
   * Puts {@code content} in its place: whole, durable, and with a later time than before. Nobody
   * else may do so meanwhile; what one that was killed left behind is removed.
   */
  void replace(byte[] content) {
    createFolder();
    Path draft = beside(".draft").path();
    try {
      Files.deleteIfExists(draft);
      try {
        write(draft, content);
        makeLater(draft);
        Files.move(
            draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
      sync(folder());
    } catch (IOException e) {
      throw unusable("written", e);
    }
  }

  /** Opens it to be read and written where it lies; it is created if missing. */
  FileChannel open() throws IOException {
    Set<StandardOpenOption> how =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return isPosix(path)
        ? FileChannel.open(path, how, PosixFilePermissions.asFileAttribute(FILE))
        : FileChannel.open(path, how);
  }

  /** Takes the place of {@code other}, at once and durably. */
  void moveTo(PrivateFile other) {
    try {
      Files.move(path, other.path, StandardCopyOption.ATOMIC_MOVE);
      sync(folder());
    } catch (IOException e) {
      throw unusable("moved", e);
    }
  }

  boolean exists() {
    return Files.exists(path);
  }

  private void createFolder(Path folder) throws IOException {
    Path above = folder.toAbsolutePath().normalize().getParent();
    if (above != null) {
      Files.createDirectories(above);
    }
    try {
      if (above != null && isPosix(above)) {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
      } else {
        Files.createDirectory(folder);
      }
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void write(Path draft, byte[] content) throws IOException {
    if (isPosix(draft)) {
      Files.createFile(draft, PosixFilePermissions.asFileAttribute(FILE));
    } else {
      Files.createFile(draft);
    }
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** Two changes within a tick of the system's clock would look like one. */
  private void makeLater(Path draft) throws IOException {
    if (Files.exists(path)) {
      FileTime before = Files.getLastModifiedTime(path);
      if (Files.getLastModifiedTime(draft).compareTo(before) <= 0) {
        Files.setLastModifiedTime(draft, FileTime.from(before.toInstant().plus(TICK)));
      }
    }
  }

  private static void sync(Path folder) throws IOException {
    if (isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private KeysUnavailable unusable(String what, IOException cause) {
    return new KeysUnavailable(
        "%s cannot be %s".formatted(path, what),
        "see whether the folder is there, is yours, and has space: " + cause.getMessage(),
        cause);
  }
}
