package dev.athena.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import dev.athena.app.context.ExitCode;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  @TempDir private Path temporary;
  private RecordedShell shell = new RecordedShell(Path.of("unset"));

  @BeforeEach
  void fill() {
    shell = new RecordedShell(temporary.resolve("home"), temporary);
    shell.run("remember", "Port 1", "--key", "port", "--tag", "net", "--confidence", "0.25");
    shell.run("remember", "Port 2", "--key", "port", "--source", "a b.md");
    shell.run("remember", "It ran", "--kind", "episodic", "--session", "s", "--meta", "tool=mvn");
    shell.run("remember", "Tag it", "--kind", "procedural", "--name", "release");
    shell.run("remember", "Tag it, push it", "--kind", "procedural", "--name", "release");
    shell.run("recall", "semantic", "port", "--json");
    shell.run("--project", "other", "remember", "Elsewhere");
  }

  @Test
  void anExportComesBackTheSame() throws IOException {
    assertThat(shell.run("export", "first.jsonl")).isEqualTo(ExitCode.DONE);
    assertThat(shell.err()).contains("4 memories written");

    RecordedShell fresh = new RecordedShell(temporary.resolve("fresh home"), temporary);
    assertThat(fresh.run("import", "jsonl", "first.jsonl", "--no-vectors")).isZero();
    assertThat(fresh.out()).contains("4 new");
    fresh.run("export", "second.jsonl");

    byte[] first = Files.readAllBytes(temporary.resolve("first.jsonl"));
    assertThat(Files.readAllBytes(temporary.resolve("second.jsonl"))).isEqualTo(first);
    assertThat(new String(first, StandardCharsets.UTF_8))
        .contains("superseded_by", "\"history\":[{", "\"uses\":1");
  }

  @Test
  void whatCameBackBehavesAsBefore() {
    shell.run("export", "all.jsonl");
    RecordedShell fresh = new RecordedShell(temporary.resolve("fresh"), temporary);
    fresh.run("import", "jsonl", "all.jsonl");

    fresh.run("recall", "semantic", "port", "--json");
    assertThat(fresh.out()).contains("Port 2").doesNotContain("Port 1");
    fresh.run("remember", "It ran", "--kind", "episodic", "--session", "s", "--meta", "tool=mvn");
    assertThat(fresh.out()).contains("says this already");
    fresh.run("import", "jsonl", "all.jsonl");
    assertThat(fresh.out()).contains("0 new, 4 known already");
  }

  @Test
  void whatStandsUnderAKeyHereAndThereIsSettled() {
    shell.run("export", "all.jsonl");
    RecordedShell fresh = new RecordedShell(temporary.resolve("fresh"), temporary);
    fresh.run("remember", "Port 3", "--key", "port");

    fresh.run("import", "jsonl", "all.jsonl", "--no-vectors");

    fresh.run("recall", "semantic", "port", "--json");
    assertThat(fresh.out()).contains("Port 3").doesNotContain("Port 2", "Port 1");
  }

  @Test
  void allProjectsGoEachBackToItsOwn() throws IOException {
    shell.run("export", "all.jsonl", "--all-projects");
    RecordedShell fresh = new RecordedShell(temporary.resolve("fresh"), temporary);
    fresh.run("import", "jsonl", "all.jsonl", "--no-vectors");
    fresh.run("export", "again.jsonl", "--all-projects");

    assertThat(temporary.resolve("again.jsonl"))
        .hasSameBinaryContentAs(temporary.resolve("all.jsonl"));
    assertThat(Files.readAllLines(temporary.resolve("all.jsonl"))).hasSize(5);
    fresh.run("--project", "other", "export", "-");
    assertThat(fresh.out().lines()).hasSize(1);
  }

  @Test
  void anExportIsNotTakenIntoAnotherProjectOfItsHome() {
    shell.run("export", "all.jsonl");

    assertThat(shell.run("--project", "third", "import", "jsonl", "all.jsonl", "--no-vectors"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(shell.out()).contains("4 left out", "is in another project of this home");
  }

  @Test
  void standardOutputHoldsNothingButJson() {
    shell.run("export");

    List<String> lines = shell.out().lines().toList();
    assertThat(lines).hasSize(4);
    for (String line : lines) {
      JsonObject memory = JsonCodec.readObject(line);
      assertThat(memory.object("archived").orElseThrow().text("id")).isPresent();
    }
  }

  @Test
  void aDamagedLineIsLeftOut() throws IOException {
    shell.run("export", "all.jsonl");
    Path file = temporary.resolve("all.jsonl");
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"identity\":\"..", "\"identity\":\"zz"));
    RecordedShell fresh = new RecordedShell(temporary.resolve("fresh"), temporary);

    assertThat(fresh.run("import", "jsonl", "all.jsonl", "--no-vectors")).isZero();

    assertThat(fresh.out()).contains("3 new", "1 left out", "archived.identity is not a SHA-256");
  }

  @Test
  void anEmptyProjectIsAnEmptyExport() {
    assertThat(shell.run("--project", "none", "export")).isZero();

    assertThat(shell.out()).isEmpty();
    assertThat(shell.run("export", "no such folder/x.jsonl")).isEqualTo(ExitCode.FAILED);
  }
}
