package dev.athena.app.engine;

import dev.athena.execution.PresetSource;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the sandboxes of an engine are made with.
 *
 * @param searchPath where programs of this machine are looked for, as PATH has it
 * @param srtModules where Anthropic's Sandbox Runtime is installed, if it is
 * @param readyPython how many sandboxes for Python are kept ready
 * @param alertCommand is run when a program looks as if it carried data out; may be empty
 */
public record SandboxOptions(
    String searchPath,
    Path srtModules,
    PresetSource presets,
    int readyPython,
    int readyJavaScript,
    String alertCommand,
    Kept kept) {
  /** What holds where nothing is set. */
  public static final SandboxOptions DEFAULT =
      new SandboxOptions(
          "/usr/bin:/usr/local/bin",
          Path.of("/nonexistent"),
          PresetSource.none(),
          2,
          1,
          "",
          new Kept(7, 30, 365));

  /** For how many days things are kept. */
  public record Kept(long sessionDays, long sourceDays, long recordDays) {
    Duration sessions() {
      return Duration.ofDays(sessionDays);
    }

    Duration sources() {
      return Duration.ofDays(sourceDays);
    }

    Duration records() {
      return Duration.ofDays(recordDays);
    }
  }

  /** Returns where the working folders of sessions lie. */
  static Path sessions(Path home) {
    return home.resolve("sandbox").resolve("sessions");
  }
}
