package dev.athena.app.engine;

import dev.athena.privacy.ExportedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The files that were exported, where they were written to. */
public final class FilesOnDisk implements ExportedFiles {
  private static final int CHUNK_BYTES = 1 << 16;

  @Override
  public Optional<String> sha256(String path) {
    try {
      Path file = Path.of(path);
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(sha256(file))
          : Optional.empty();
    } catch (IOException | InvalidPathException _) {
      return Optional.empty();
    }
  }

  @Override
  public boolean delete(String path) {
    try {
      return Files.deleteIfExists(Path.of(path));
    } catch (IOException _) {
      return false;
    }
  }

  /** Returns the SHA-256 of a file, in hexadecimal. */
  public static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] chunk = new byte[CHUNK_BYTES];
      int read = in.read(chunk);
      while (read >= 0) {
        digest.update(chunk, 0, read);
        read = in.read(chunk);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
