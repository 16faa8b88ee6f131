package dev.athena.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.app.SystemSources;
import dev.athena.app.keys.KeyOptions;
import dev.athena.app.keys.Keys;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.Purpose;
import dev.athena.error.AthenaException;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.models.LocalEmbedder;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingKeychainTest {
  private static final Caller CALLER = Caller.local(Namespace.ofProject("here"));
  private static final JsonObject NOTE = JsonObject.builder().put("content", "It rained.").build();

  @TempDir private Path home;

  private EngineOptions options() {
    LocalEmbedder.Options embedding = LocalEmbedder.Options.in(home);
    return new EngineOptions(
        home,
        embedding.model(),
        embedding.runsMax(),
        SandboxOptions.DEFAULT,
        Protection.usual(home, SystemSources.clock()),
        SystemSources.clock(),
        ZoneOffset.UTC,
        new SecureRandom());
  }

  private KeyOptions keys() {
    return options().protection().keys();
  }

  private Json remember(Engine engine) {
    return engine.operations().call(CALLER, "remember_episodic", NOTE);
  }

  @Test
  void aSealedStoreGetsNoOtherKeys() throws IOException {
    try (Engine engine = Engine.open(options())) {
      remember(engine);
    }
    Path aside = home.resolve("aside");
    Files.move(keys().keychain(), aside);

    assertThatThrownBy(() -> Engine.open(options()).close())
        .isInstanceOf(KeysUnavailable.class)
        .hasMessageContaining("the keychain it was sealed with is missing");
    assertThat(keys().keychain()).doesNotExist();

    Files.move(aside, keys().keychain());
    try (Engine engine = Engine.open(options())) {
      assertThat(remember(engine).toString()).contains("duplicate");
    }
  }

  @Test
  void aStartThatDoesNotWaitSaysSoAtEachCall() throws IOException {
    try (Engine engine = Engine.open(options())) {
      remember(engine);
    }
    Path aside = home.resolve("aside");
    Files.move(keys().keychain(), aside);

    try (Engine engine = Engine.openLater(options())) {
      assertThatThrownBy(() -> remember(engine)).isInstanceOf(KeysUnavailable.class);
      assertThat(keys().keychain()).doesNotExist();

      Files.move(aside, keys().keychain());
      assertThat(remember(engine).toString()).contains("duplicate");
    }
  }

  @Test
  void aStoreThatCannotBeLookedIntoIsToldByCalls() throws IOException {
    Files.createDirectories(options().storeFolder());
    Files.writeString(options().storeFolder().resolve("athena.db"), "no database at all, but long");

    try (Engine engine = Engine.openLater(options())) {
      assertThatThrownBy(() -> remember(engine)).isInstanceOf(AthenaException.class);
    }
    assertThat(keys().keychain()).doesNotExist();
  }

  @Test
  void newHomesGetKeys() {
    assertThat(Keys.open(keys(), () -> {}).secrets("local", Purpose.INDEX)).hasSize(1);
    assertThat(keys().keychain()).exists();
  }
}
