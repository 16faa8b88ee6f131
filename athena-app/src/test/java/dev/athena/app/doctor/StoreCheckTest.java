package dev.athena.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCheckTest {
  @TempDir private Path temporary;

  @Test
  void whatIsThereIsCounted() {
    RecordedShell shell = new RecordedShell(temporary);
    shell.run("remember", "One.");

    assertThat(look().state()).isEqualTo(Finding.State.GOOD);
    assertThat(look().found())
        .contains("1 memories", "1 semantic", "1 vectors pending", "schema 6");
  }

  @Test
  void noStoreIsFineAndNoneIsMade() {
    assertThat(look()).isEqualTo(Finding.good("empty (made on first use)"));
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aFileThatIsNoDatabaseIsReported() throws IOException {
    Files.createDirectories(temporary.resolve("store"));
    Files.writeString(temporary.resolve("store/athena.db"), "nonsense ".repeat(2_000));

    assertThat(look().state()).isEqualTo(Finding.State.MISSING);
  }

  @Test
  void aDamagedPageIsReported() throws IOException {
    RecordedShell shell = new RecordedShell(temporary);
    shell.run("remember", "One.");
    Path file = temporary.resolve("store/athena.db");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 7);
    Files.write(file, bytes);

    assertThat(look().state()).isEqualTo(Finding.State.MISSING);
  }

  private Finding look() {
    return new StoreCheck(temporary.resolve("store")).look();
  }
}
