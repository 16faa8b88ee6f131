package dev.athena.sandbox;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A sealed file of a session is not what was written there; no program has seen any of it. */
final class SessionFileDamaged extends AthenaException {
  private final Path file;
  private final @Nullable String path;

  /**
   * Creates it for a file.
   *
   * @param path how programs call the file; null if that cannot be read either
   * @param hint what becomes of the file
   */
  SessionFileDamaged(Path file, @Nullable String path, String hint, @Nullable Throwable cause) {
    super(
        ErrorCode.INTERNAL,
        "%s of the session was changed on the disk, or sealed with another key"
            .formatted(path == null ? "a file" : "the file " + path),
        hint,
        cause);
    this.file = file;
    this.path = path;
  }

  /** Returns the same, telling what became of the file. */
  SessionFileDamaged telling(String hint) {
    return new SessionFileDamaged(file, path, hint, this);
  }

  /** Returns where it is. */
  Path file() {
    return file;
  }
}
