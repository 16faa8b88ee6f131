package dev.athena.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import dev.athena.app.context.ExitCode;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitImportTest {
  @TempDir private Path temporary;

  @Test
  void commitsBecomeEpisodesOfTheRepositorysProject() throws IOException {
    Path folder = temporary.toRealPath().resolve("my repo");
    HandMadeRepository repository = new HandMadeRepository(folder);
    repository.commit("Add the parser", 1_700_000_000, "a.txt", "one\ntwo\n");
    String hash = repository.commit("Fix it\n\nIt broke.", 1_700_000_060, "a.txt", "one\nthree\n");
    RecordedShell shell = new RecordedShell(temporary.resolve("home"), folder);

    assertThat(shell.run("import", "git", "--no-vectors")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("2 new, 0 known already, 0 left out");

    shell.run("recall", "--type", "commit", "--json");
    JsonObject newest = (JsonObject) ((JsonArray) shell.json()).values().getFirst();
    assertThat(newest.text("content")).contains("Fix it\n\nIt broke.");
    assertThat(newest.text("timestamp")).contains("2023-11-14T22:14:20Z");
    assertThat(newest.text("session_id")).contains("git:my repo");
    JsonObject context = newest.object("context").orElseThrow();
    assertThat(context.text("commit")).contains(hash);
    assertThat(context.text("author")).contains("Ada Lovelace");
    assertThat(context.object("changes").orElseThrow().text("a.txt")).contains("+1 -1");
    assertThat(context.array("branch").orElseThrow().size()).isEqualTo(1);
  }

  @Test
  void anImportCanBeRepeatedAndTakesOnlyWhatIsNew() throws IOException {
    HandMadeRepository repository = new HandMadeRepository(temporary.resolve("r"));
    repository.commit("wip", 1_700_000_000, "a.txt", "1");
    repository.commit("wip", 1_700_000_000, "a.txt", "2");
    RecordedShell shell = new RecordedShell(temporary.resolve("home"), temporary.resolve("r"));
    shell.run("import", "git", "--no-vectors");
    assertThat(shell.out()).contains("2 new");

    repository.commit("more", 1_700_000_001, "a.txt", "3");
    shell.run("import", "git", "--no-vectors", "--json");

    JsonObject report = (JsonObject) shell.json();
    assertThat(report.whole("new")).contains(1L);
    assertThat(report.whole("duplicates")).contains(2L);
  }

  @Test
  void anEmptyRepositoryHasNothingAndAFolderWithoutOneIsRefused() throws IOException {
    new HandMadeRepository(temporary.resolve("r"));
    Path bare = Files.createDirectories(temporary.resolve("no repo"));
    RecordedShell shell = new RecordedShell(temporary.resolve("home"), temporary.resolve("r"));

    assertThat(shell.run("import", "git")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("0 new");
    assertThat(shell.run("import", "git", bare.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("is in no Git repository");
  }
}
