package dev.athena.app.context;

import dev.athena.app.config.ConfigFile;
import dev.athena.error.InvalidArgument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The folder that holds all data of one installation. */
public record AthenaHome(Path folder) {
  /** What to do about a file in the way. */
  public static final String REMEDY = "move it away, or set ATHENA_HOME to a folder";

  public AthenaHome {
    folder = folder.toAbsolutePath().normalize();
  }

  /** Returns the folder named by {@code ATHENA_HOME}, else {@code .athena} in the user's. */
  public static AthenaHome of(Map<String, String> environment, UserHome user) {
    String named = environment.getOrDefault("ATHENA_HOME", "");
    return new AthenaHome(named.isEmpty() ? user.data() : Path.of(named));
  }

  /** Returns the file that stands where this folder, or one above it, would have to be. */
  public Optional<Path> fileInTheWay() {
    Path at = folder;
    while (at != null && !Files.exists(at)) {
      at = at.getParent();
    }
    return Optional.ofNullable(at).filter(existing -> !Files.isDirectory(existing));
  }

  /**
   * Does nothing where a folder is or can be.
   *
   * @throws InvalidArgument if a file is in the way
   */
  void refuseFile() {
    fileInTheWay()
        .ifPresent(file -> {
          throw new InvalidArgument(file + " is a file, not a folder", REMEDY);
        });
  }

  /** Returns where the settings are kept. */
  public Path config() {
    return folder.resolve(ConfigFile.NAME);
  }

  /** Returns where presets and the ceiling of sandboxes are kept. */
  public Path sandbox() {
    return folder.resolve("sandbox");
  }

  /** Returns where the logs are kept. */
  public Path logs() {
    return folder.resolve("logs");
  }
}
