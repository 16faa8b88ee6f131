package dev.athena.app.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.RecordedShell;
import dev.athena.app.context.ExitCode;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryCommandsTest {
  @TempDir private Path temporary;
  private RecordedShell shell = new RecordedShell(Path.of("unset"));

  @BeforeEach
  void start() {
    shell = new RecordedShell(temporary.resolve("a home"));
  }

  @Test
  void whatIsRememberedIsRecalled() {
    assertThat(shell.run("remember", "The", "build", "needs", "JDK 25.", "--tag", "build"))
        .isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).startsWith("remembered as mem_");

    assertThat(shell.run("recall", "Which JDK does the build need?")).isEqualTo(ExitCode.DONE);

    assertThat(shell.out())
        .contains("semantic · fact", "#build", "The build needs JDK 25.", "mem_");
    assertThat(shell.out()).doesNotContain("\u001b");
  }

  @Test
  void rememberingDoesNotLoadTheModel() {
    shell.run("remember", "Quick");

    assertThat(Files.exists(temporary.resolve("a home/cache"))).isFalse();
  }

  @Test
  void theSameIsKnownAndANewerKeySupersedes() {
    shell.run("remember", "Port 1", "--key", "port");
    String first = shell.out().strip().replace("remembered as ", "");

    shell.run("remember", "Port 1", "--key", "port");
    assertThat(shell.out()).contains(first + " says this already");
    shell.run("remember", "Port 2", "--key", "port");
    assertThat(shell.out()).contains("in the place of " + first);
  }

  @Test
  void standardInputIsTakenToItsLimit() {
    assertThat(shell.typing("From a pipe\n").run("remember", "-", "--json")).isZero();
    assertThat(((JsonObject) shell.json()).text("id")).isPresent();

    shell.typing("x".repeat(RememberCommand.INPUT_BYTES_MAX)).run("remember", "-");
    assertThat(shell.err()).contains("the limit for a fact is 8,000");
    assertThat(shell.typing("x".repeat(RememberCommand.INPUT_BYTES_MAX + 1)).run("remember", "-"))
        .isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void optionsThatDoNotGoTogetherAreWrongUse() {
    assertThat(shell.run("remember", "x", "--kind", "odd")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.run("remember", "x", "--session", "s")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.err()).contains("--session does not go with --kind semantic");
    assertThat(shell.run("remember", "x", "--kind", "procedural")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.run("recall")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.run("recall", "x", "--tag", "a", "--since", "1d"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.run("recall", "x", "--tag", "a", "--kind", "episodic"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.run("forget")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void whatOperationsRefuseIsWrongUseOrFails() {
    assertThat(shell.run("recall", "x", "--kind", "odd")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.run("recall", "")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.run("get", "mem_nowhere")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("there is no memory mem_nowhere", "hint:");
  }

  @Test
  void jsonIsTheAnswerOfTheOperation() {
    shell.run(
        "remember", "Cut release 1.4", "--kind", "episodic", "--session", "r", "--type", "rel");

    shell.run("recall", "--since", "7d", "--session", "r", "--json");
    JsonObject episode = (JsonObject) ((JsonArray) shell.json()).values().getFirst();
    assertThat(episode.text("event_type")).contains("rel");
    assertThat(episode.text("session_id")).contains("r");
    assertThat(shell.run("recall", "--type", "none", "--json")).isZero();
    assertThat(shell.json()).isEqualTo(JsonArray.EMPTY);
    assertThat(shell.run("recall", "--since", "2020-01-01", "--json")).isZero();
    assertThat(((JsonArray) shell.json()).values()).hasSize(1);
  }

  @Test
  void nothingFoundIsSaidBesideAnEmptyAnswer() {
    assertThat(shell.run("recall", "anything")).isZero();

    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("nothing that is remembered answers this");
  }

  @Test
  void signsAloneFindTheirLikeOnly() {
    shell.run("remember", "The build needs JDK 25.");
    shell.run("remember", "Thanks ❤️ and ☺");
    shell.run("remember", "Release 1.4 went out 😀");

    for (String signs : List.of("?", "*", "{}", "🎉")) {
      shell.run("recall", signs, "--json");
      assertThat(shell.json()).as(signs).isEqualTo(JsonArray.EMPTY);
    }
    shell.run("recall", "😀", "--json");
    assertThat(((JsonArray) shell.json()).values()).hasSize(1);
    assertThat(shell.out()).contains("Release 1.4 went out");
  }

  @Test
  void everyOperationHasItsLongForm() {
    shell.run("remember", "procedural", "release", "Tag,", "build,", "publish.");
    assertThat(shell.out()).contains("remembered as prc_", "version 1");
    assertThat(shell.run("remember", "semantic", "Tea is hot.", "--metadata", "{\"tags\":[\"t\"]}"))
        .isZero();

    shell.run("recall", "semantic", "tea", "--tags", "t", "--limit", "1", "--json");
    assertThat(((JsonArray) shell.json()).values()).hasSize(1);
    shell.run("recall", "procedural", "publish", "--json");
    assertThat(((JsonArray) shell.json()).values()).hasSize(1);
    assertThat(shell.run("recall", "semantic", "tea", "--limit", "many"))
        .isNotEqualTo(ExitCode.DONE);
  }

  @Test
  void aMemoryIsReadChangedAndForgotten() {
    shell.run("remember", "Tea is hot.", "--json");
    String id = ((JsonObject) shell.json()).text("id").orElseThrow();

    assertThat(shell.run("update", id, "Tea is warm.")).isZero();
    assertThat(shell.out()).contains("this is revision 2");
    shell.run("get", id);
    assertThat(shell.out()).contains("Tea is warm.", "revision 1", "Tea is hot.");
    shell.run("forget", id, "--dry-run");
    assertThat(shell.out()).contains("would remove 1 memory (1 semantic)");
    shell.run("forget", id);
    assertThat(shell.out()).contains("removed 1 memory");
    assertThat(shell.run("get", id)).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void onATerminalItIsAskedBeforeAnythingIsRemoved() {
    shell.run("remember", "Ada was here.");
    shell.onTerminal();

    assertThat(shell.typing("n\n").run("forget", "--subject", "Ada")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("would remove 1 memory", "[y/N]", "nothing was removed");
    assertThat(shell.typing("").run("forget", "--subject", "Ada")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.typing("y\n").run("forget", "--subject", "Ada")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("removed 1 memory");
    assertThat(shell.run("forget", "--subject", "Ada", "--yes")).isEqualTo(ExitCode.DONE);
  }

  @Test
  void projectsAndHomesStayApart() {
    shell.run("--project", "one", "remember", "Only here.");

    shell.run("recall", "here", "--project", "one", "--json");
    assertThat(((JsonArray) shell.json()).values()).hasSize(1);
    shell.run("recall", "here", "--project", "two", "--json");
    assertThat(shell.json()).isEqualTo(JsonArray.EMPTY);
    shell.run("recall", "here", "--project", "one", "--home", temporary + "/b", "--json");
    assertThat(shell.json()).isEqualTo(JsonArray.EMPTY);
  }

  @Test
  void whatWouldSteerTheTerminalIsNotShown() {
    shell.run("remember", "Beware of \u001b[31mred");

    shell.run("recall", "beware");

    assertThat(shell.out()).contains("Beware of").doesNotContain("\u001b");
  }
}
