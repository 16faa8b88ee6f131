package dev.athena.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.context.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the place of Athena's data and is none: it is told, and left as it was. */
class WrongHomeTest {
  @TempDir private Path folder;

  @Test
  void aHomeThatIsAFileIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");

    for (Path home : new Path[] {file, file.resolve("below")}) {
      RecordedShell shell = new RecordedShell(home, folder);

      assertFails(shell, file + " is a file, not a folder", "remember", "x");
      assertFails(shell, file + " is a file, not a folder", "recall", "x");
      assertFails(shell, file + " is a file, not a folder", "config", "set", "http.port", "9000");
      assertFails(shell, "set ATHENA_HOME to a folder", "config", "list");
      assertThat(shell.run("doctor")).isEqualTo(ExitCode.FAILED);
      assertThat(shell.out())
          .containsPattern("missing +data folder +" + file + " is a file, not a folder")
          .contains("to do: move it away, or set ATHENA_HOME to a folder")
          .doesNotContain("cannot be written to");
    }
    assertThat(file).hasContent("mine");
  }

  @Test
  void aFileThatIsNoStoreIsTold() throws IOException {
    Path file = Files.createDirectories(folder.resolve("store")).resolve("athena.db");
    Files.writeString(file, "mine");
    RecordedShell shell = new RecordedShell(folder);

    assertFails(shell, "athena.db is no SQLite database", "remember", "x");
    assertFails(shell, "set ATHENA_HOME to another folder", "recall", "x");
    assertThat(shell.run("doctor")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out())
        .containsPattern("missing +store +.*athena.db is no SQLite database")
        .contains("to do: move it away, or set ATHENA_HOME to another folder");
    assertThat(file).hasContent("mine");
  }

  private static void assertFails(RecordedShell shell, String problem, String... arguments) {
    assertThat(shell.run(arguments)).isEqualTo(ExitCode.FAILED);

    assertThat(shell.err()).contains(problem).doesNotContain("write to", "writable");
  }
}
