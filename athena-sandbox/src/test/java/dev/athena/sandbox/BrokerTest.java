package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {
  @TempDir private Path home;

  @Test
  void whatWasNotExpectedDoesNotEndTheListening() throws IOException {
    Path folder = Files.createDirectory(home.resolve("broker"));
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                """
                read order
                echo '{}'
                echo 'no JSON'
                echo '{"ready": {"id": 9223372036854775808}}'
                echo '{"ready": {}}'
                exec cat >/dev/null
                """)
            .start();

    try (Broker broker = Broker.begin(process, new BrokerFolder(folder), JsonObject.EMPTY)) {
      assertThat(broker.isAlive()).isTrue();
    }

    process.onExit().join();
    assertThat(folder).doesNotExist();
  }
}
