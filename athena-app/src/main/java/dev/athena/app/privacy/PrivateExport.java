package dev.athena.app.privacy;

import dev.athena.error.InvalidArgument;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;

/** Files that only their owner can read, with what leaves Athena. */
final class PrivateExport {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private PrivateExport() {}

  /**
   * Writes a file; it takes its name, and the place of one that has it, when all is written.
   *
   * @throws InvalidArgument if it cannot be written
   */
  static Path write(Path file, Consumer<Writer> content) {
    Path target = file.toAbsolutePath().normalize();
    Path draft = target.resolveSibling(target.getFileName() + ".draft");
    try {
      Files.deleteIfExists(draft);
      try (FileChannel channel = create(draft);
          Writer out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
        content.accept(out);
        out.flush();
        channel.force(true);
      }
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      return target;
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidArgument(
          "%s cannot be written: %s".formatted(target, reason(e)),
          "name a file that can be written, on a disk with room",
          e);
    } finally {
      remove(draft);
    }
  }

  private static String reason(Exception e) {
    String reason =
        e.getCause() instanceof IOException wrapped ? wrapped.getMessage() : e.getMessage();
    return String.valueOf(reason);
  }

  /** Writes a line. */
  static void line(Writer out, String text) {
    try {
      out.write(text);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a file that was written so. */
  static BufferedReader reader(Path file) throws IOException {
    return Files.newBufferedReader(file);
  }

  private static FileChannel create(Path draft) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return draft.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? FileChannel.open(draft, options, OWNER_ONLY)
        : FileChannel.open(draft, options);
  }

  private static void remove(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
