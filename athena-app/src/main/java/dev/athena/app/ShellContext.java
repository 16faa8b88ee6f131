package dev.athena.app;

import dev.athena.app.config.ConfigFile;
import dev.athena.app.terminal.Terminal;
import java.util.function.LongSupplier;

/**
 * What commands are handed.
 *
 * @param terminal where they answer
 * @param home where data lies
 * @param nanos a counter of nanoseconds, to measure with
 */
public record ShellContext(Terminal terminal, AthenaHome home, LongSupplier nanos) {
  /** Returns the settings. */
  public ConfigFile config() {
    return new ConfigFile(home.config());
  }
}
