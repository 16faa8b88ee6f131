package dev.athena.app.keys;

import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.RawMasterKey;
import java.util.Optional;

/** A master key in an environment variable, or in a file that one names. */
final class EnvironmentKey {
  /** The variable with the key. */
  static final String VARIABLE = "ATHENA_MASTER_KEY";

  /** The variable with the key that keys are to be moved to, where another one is in use. */
  static final String NEXT = "ATHENA_NEW_MASTER_KEY";

  private static final String FILE = "_FILE";

  private EnvironmentKey() {}

  /** Returns the key that is in use. */
  static RawMasterKey present(KeyOptions options) {
    return find(options, VARIABLE).orElseThrow(() -> missing(VARIABLE));
  }

  /** Returns the key to move to. */
  static RawMasterKey next(KeyOptions options) {
    return find(options, NEXT)
        .or(() -> find(options, VARIABLE))
        .orElseThrow(() -> missing(VARIABLE));
  }

  private static Optional<RawMasterKey> find(KeyOptions options, String name) {
    Optional<RawMasterKey> direct =
        options.variable(name).map(text -> Base64Key.read(text.strip(), name));
    return direct
        .or(() -> options.variable(name + FILE).map(path -> ofFile(options, path)))
        .map(key -> key.as(MasterKind.ENV.word(), VARIABLE));
  }

  private static RawMasterKey ofFile(KeyOptions options, String named) {
    MasterKeyFile file = new MasterKeyFile(MasterKind.ENV, options.path(named));
    return file.read().orElseThrow(file::missing);
  }

  private static KeysUnavailable missing(String name) {
    return new KeysUnavailable(
        "the master key is to come from the environment, and %s is not set".formatted(name),
        "set %s to the key in base64, or %s%s to a file with it".formatted(name, name, FILE),
        null);
  }
}
