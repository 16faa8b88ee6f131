package dev.athena.app.keys;

import dev.athena.app.config.ConfigFile;
import dev.athena.app.config.Setting;
import dev.athena.crypto.Keychain;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A home with settings, an environment and a person who answers questions. */
final class TestKeys {
  final Map<String, String> environment = new HashMap<>();
  final Deque<String> answers = new ArrayDeque<>();
  final List<String> told = new ArrayList<>();
  private final Path home;

  TestKeys(Path home) {
    this.home = home;
  }

  KeyOptions options() {
    return new KeyOptions(
        home,
        config(),
        environment,
        new KeyOptions.Outside(_ -> Optional.ofNullable(answers.poll()), told::add),
        InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")));
  }

  void set(Setting setting, String value) {
    config().set(setting, setting.read(value));
  }

  /** Opens the keys as another process does. */
  Keychain open() {
    return Keys.open(options());
  }

  private ConfigFile config() {
    return new ConfigFile(home.resolve("config.json"));
  }
}
