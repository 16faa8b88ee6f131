package dev.athena.app.engine;

import dev.athena.app.config.ConfigFile;
import dev.athena.app.keys.KeyOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How what is stored is protected.
 *
 * @param isPrivate whether secrets and personal data are replaced by pseudonyms
 * @param isSealed whether memories are sealed; they are, but for comparison
 * @param auditKept how long records of the audit are kept; null for good
 */
public record Protection(
    KeyOptions keys, boolean isPrivate, boolean isSealed, @Nullable Duration auditKept) {
  /** Returns it with an audit that is kept for good. */
  public Protection(KeyOptions keys, boolean isPrivate, boolean isSealed) {
    this(keys, isPrivate, isSealed, null);
  }

  /** Returns what holds in a home where nobody said otherwise, with its key in a file. */
  public static Protection usual(Path home, InstantSource clock) {
    ConfigFile config = new ConfigFile(home.resolve(ConfigFile.NAME));
    return new Protection(
        new KeyOptions(home, config, Map.of(), KeyOptions.Outside.NOBODY, clock), true, true);
  }
}
