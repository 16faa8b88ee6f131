package dev.athena.app.keys;

import dev.athena.app.config.ConfigFile;
import dev.athena.app.config.Setting;
import dev.athena.crypto.KeysUnavailable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the keys of a home are opened with.
 *
 * @param home the folder of all data
 * @param config the settings, read again each time the master key is looked for
 * @param environment the variables of this process
 * @param outside what a person is asked and told
 */
public record KeyOptions(
    Path home,
    ConfigFile config,
    Map<String, String> environment,
    Outside outside,
    InstantSource clock) {
  /**
   * What a person is asked and told.
   *
   * @param told is told, in one line, what was made for the first time
   */
  public record Outside(PassphraseAsker asker, Consumer<String> told) {
    /** Nobody is there. */
    public static final Outside NOBODY = new Outside(PassphraseAsker.NOBODY, _ -> {});
  }

  Path folder() {
    return home.resolve("keys");
  }

  /** Returns where the document of the keychain lies. */
  public Path keychain() {
    return folder().resolve("keychain.json");
  }

  Optional<String> text(Setting setting) {
    return config.text(setting);
  }

  /** Returns a variable of the environment; empty also if it is blank. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Returns the path that a setting or variable names; a relative one is under the home. */
  Path path(String named) {
    try {
      return home.resolve(named).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new KeysUnavailable(
          "a setting about keys, or the keychain, names a path that can be none",
          "see `athena config list`",
          e);
    }
  }
}
