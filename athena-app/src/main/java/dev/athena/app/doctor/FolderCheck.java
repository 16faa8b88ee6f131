package dev.athena.app.doctor;

import dev.athena.app.context.AthenaHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether data can be written to the folder that holds it. */
public final class FolderCheck implements Check {
  private final Path folder;

  public FolderCheck(Path folder) {
    this.folder = folder;
  }

  @Override
  public String subject() {
    return "data folder";
  }

  @Override
  public Finding look() {
    Optional<Path> file = new AthenaHome(folder).fileInTheWay();
    if (file.isPresent()) {
      return Finding.missing(file.get() + " is a file, not a folder", AthenaHome.REMEDY);
    }
    if (!Files.exists(folder)) {
      Path parent = nearestExisting(folder);
      return parent != null && Files.isDirectory(parent) && Files.isWritable(parent)
          ? Finding.good(folder + " (made on first use)")
          : notWritable();
    }
    try {
      Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
      return Finding.good(folder.toString());
    } catch (IOException _) {
      return notWritable();
    }
  }

  private Finding notWritable() {
    return Finding.missing(
        folder + " cannot be written to",
        "make it writable, or set ATHENA_HOME to a folder that is");
  }

  /** Returns the folder itself or the nearest one above it that exists. */
  static @Nullable Path nearestExisting(Path folder) {
    Path at = folder.toAbsolutePath();
    while (at != null && !Files.exists(at)) {
      at = at.getParent();
    }
    return at;
  }
}
