package dev.athena.app.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.config.ConfigFile;
import dev.athena.app.config.Settings;
import dev.athena.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
  private static final Logger OURS = Logger.getLogger("dev.athena.some");
  private static final Logger OF_LIBRARY = Logger.getLogger("com.sun.net.some");

  @TempDir private Path home;

  @AfterEach
  void stop() {
    Logs.stop();
  }

  @Test
  void whatLibrariesTellInDetailIsNotKept() throws IOException {
    ConfigFile config = new ConfigFile(home.resolve(ConfigFile.NAME));
    config.set(Settings.LOG_LEVEL, Json.of("debug"));

    Logs.start(new AthenaHome(home), config);
    OURS.fine("detail of ours");
    OF_LIBRARY.fine("detail of theirs");
    OF_LIBRARY.info("news of theirs");

    assertThat(log()).contains("detail of ours", "news of theirs");
    assertThat(log()).doesNotContain("detail of theirs");
  }

  private String log() throws IOException {
    return Files.readString(home.resolve("logs").resolve("athena.0.0.log"));
  }
}
