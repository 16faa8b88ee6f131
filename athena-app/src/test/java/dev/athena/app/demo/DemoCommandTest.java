package dev.athena.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import dev.athena.app.context.ExitCode;
import dev.athena.app.transfer.HandMadeRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir private Path temporary;

  @Test
  void itAnswersFromTheHistoryAndDocumentsThatAreThere() throws IOException {
    Path checkout = temporary.resolve("a checkout");
    String hash =
        new HandMadeRepository(checkout)
            .commit("Pin ONNX Runtime: newer versions phone home", 1_700_000_000, "pom.xml", "x");
    Files.writeString(
        checkout.resolve("README.md"),
        "# Athena\n\n## Start\n\nThe launcher finds Java 25 and builds Athena on first use.\n");
    RecordedShell shell = new RecordedShell(temporary.resolve("home"), checkout);
    shell.run("remember", "My own.");

    assertThat(shell.run("demo")).isEqualTo(ExitCode.DONE);

    assertThat(shell.out())
        .contains("1 commits, 1 of them new", "1 sections of documents")
        .contains("commit " + hash.substring(0, 12), "README.md › Athena › Start")
        .contains("claude mcp add athena -- ", "{\"mcpServers\":{\"athena\":");
    assertThat(shell.run("export")).isZero();
    assertThat(shell.out().lines()).hasSize(1);
  }

  @Test
  void whereThereIsNothingItSaysSo() {
    RecordedShell shell = new RecordedShell(temporary.resolve("home"), temporary);

    assertThat(shell.run("demo")).isEqualTo(ExitCode.DONE);

    assertThat(shell.out())
        .contains("no commits: ", "no documents: ", "Nothing that is remembered answers this.");
  }
}
