package dev.athena.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import dev.athena.app.context.ExitCode;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shell shows of programs that were run. */
class SandboxCommandTest {
  @TempDir private Path home;
  private RecordedShell shell = new RecordedShell(Path.of("unset"));

  @BeforeEach
  void runTwo() {
    shell = new RecordedShell(home);
    assertThat(shell.typing("from athena import memory\nlen(memory.recall('x'))").run("exec", "-"))
        .isEqualTo(ExitCode.DONE);
    assertThat(shell.typing("1 / 0").run("exec", "-")).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void programsAreListedTheNewestFirst() {
    assertThat(shell.run("sandbox", "executions", "--list")).isEqualTo(ExitCode.DONE);

    assertThat(shell.out()).containsSubsequence("started", "error ", "ZeroDiv", "ok ");
    assertThat(shell.err()).doesNotContain("older ones");
  }

  @Test
  void oneIsShownWithItsSourceUntilThatIsForgotten() {
    String id = newest().text("id").orElseThrow();

    assertThat(shell.run("sandbox", "execution", id)).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains(id, "ZeroDivisionError", "1 / 0");

    assertThat(shell.run("sandbox", "redact", id)).isEqualTo(ExitCode.DONE);
    assertThat(shell.err()).contains("the source of " + id + " is forgotten");

    assertThat(shell.run("sandbox", "execution", id)).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains(id, "ZeroDivisionError").doesNotContain("1 / 0");
    assertThat(shell.err()).contains("the source was redacted");
  }

  @Test
  void whatIsNotThereIsToldAsSuch() {
    assertThat(shell.run("sandbox", "execution", "exe_01m8ae0w7zskfbkbyb6fs26ryh"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("exe_01m8ae0w7zskfbkbyb6fs26ryh");
    assertThat(shell.run("sandbox", "redact", "nonsense")).isNotEqualTo(ExitCode.DONE);
    assertThat(shell.err()).contains("nonsense");
  }

  private JsonObject newest() {
    shell.run("sandbox", "executions", "--list", "--json");
    Json first =
        ((JsonObject) shell.json())
            .array("executions")
            .map(JsonArray::values)
            .orElseThrow()
            .getFirst();
    return (JsonObject) first;
  }
}
