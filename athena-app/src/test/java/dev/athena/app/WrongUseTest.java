package dev.athena.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.context.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines that are wrong in themselves: each is told by exit code 2 and what was wrong. */
class WrongUseTest {
  @TempDir private Path folder;
  private RecordedShell shell = new RecordedShell(Path.of("unused"));

  @BeforeEach
  void start() {
    shell = new RecordedShell(folder);
  }

  @Test
  void settingsThatAreNotThereAndValuesTheyCannotTake() {
    assertWrong("there is no setting called `nope`", "config", "set", "nope", "1");
    assertWrong("did you mean `http.port`?", "config", "get", "http.prot");
    assertWrong("there is no setting called `nope`", "config", "unset", "nope");
    assertWrong("`http.port` cannot be abc", "config", "set", "http.port", "abc");
    assertWrong("send a whole number from 1 to 65535", "config", "set", "http.port", "65536");
    assertWrong("`log.level` cannot be loud", "config", "set", "log.level", "loud");
  }

  @Test
  void kindsThatAreNone() {
    String kinds = "--kind is foo; use semantic, episodic or procedural";

    assertWrong(kinds, "remember", "x", "--kind", "foo");
    assertWrong(kinds, "recall", "x", "--kind", "foo");
    assertWrong(kinds, "recall", "x", "--kind", "semantic", "--kind", "foo");
    assertWrong(kinds, "recall", "x", "--kind", "foo", "--since", "7d");
    assertWrong(kinds, "recall", "--kind", "foo");
  }

  @Test
  void numbersThatAreNoneOrPastALimit() {
    assertWrong("'abc' is not an int", "recall", "x", "--limit", "abc");
    assertWrong("limit is 0", "recall", "x", "--limit", "0");
    assertWrong("limit is 101", "recall", "x", "--limit", "101");
    assertWrong("--limit is abc; send a number", "recall", "semantic", "x", "--limit", "abc");
    assertWrong("limit is -1", "recall", "procedural", "x", "--limit", "-1");
    assertWrong("confidence is 3", "remember", "x", "--confidence", "3");
    assertWrong("--port is 65536", "serve", "--port", "65536");
  }

  @Test
  void timesThatAreNone() {
    assertWrong("time_range is \"foo\"", "recall", "x", "--since", "foo");
    assertWrong("time_range.from is", "recall", "x", "--since", "2026-99-01");
    assertWrong("--since: not valid JSON", "recall", "x", "--since", "{from");
    assertWrong("as_of is \"foo\"", "recall", "x", "--as-of", "foo");
  }

  @Test
  void jsonThatIsNone() {
    assertWrong("--metadata: not valid JSON", "remember", "semantic", "x", "--metadata", "{bad");
    assertWrong("metadata is of type string", "remember", "semantic", "x", "--metadata", "bad");
  }

  @Test
  void homesAndProjectsWithoutAName() {
    assertWrong("--home is blank", "--home", "", "recall", "x");
    assertWrong("--home is blank", "recall", "x", "--home", " ");
    assertWrong("project has 0 characters", "--project", "", "recall", "x");
    assertWrong("project has 201 characters", "recall", "x", "--project", "x".repeat(201));
  }

  @Test
  void serversThatCannotBe() {
    assertWrong("there is no profile nope", "serve", "--tools", "nope");
    assertWrong("there is no profile nope", "mcp", "--tools", "nope");
    assertWrong("--host is blank", "serve", "--host", "");
    assertWrong("--token cannot be what was sent", "serve", "--token", "");
    assertWrong("send a text of 16 to 200 characters", "serve", "--token", "x".repeat(15));
  }

  private void assertWrong(String problem, String... arguments) {
    assertThat(shell.run(arguments)).as(problem).isEqualTo(ExitCode.WRONG_USE);

    assertThat(shell.err()).contains(problem).contains("hint: see `athena");
    assertThat(shell.out()).isEmpty();
  }
}
