package dev.athena.app.context;

import java.nio.file.Path;
import java.util.Map;

/** The folder that holds all data of one installation. */
public record AthenaHome(Path folder) {
  public AthenaHome {
    folder = folder.toAbsolutePath().normalize();
  }

  /** Returns the folder named by {@code ATHENA_HOME}, else {@code .athena} in the user's. */
  public static AthenaHome of(Map<String, String> environment, UserHome user) {
    String named = environment.getOrDefault("ATHENA_HOME", "");
    return new AthenaHome(named.isEmpty() ? user.data() : Path.of(named));
  }

  /** Returns where the settings are kept. */
  public Path config() {
    return folder.resolve("config.json");
  }

  /** Returns where the logs are kept. */
  public Path logs() {
    return folder.resolve("logs");
  }
}
