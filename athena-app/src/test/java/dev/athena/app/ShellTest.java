package dev.athena.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Logs;
import dev.athena.error.InternalFailure;
import dev.athena.json.JsonCodec;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;

class ShellTest {
  private static final int SCREEN_LINES = 40;

  @TempDir private Path folder;
  private RecordedShell shell = new RecordedShell(Path.of("unused"));

  @BeforeEach
  void start() {
    shell = new RecordedShell(folder);
  }

  @AfterEach
  void stop() {
    Logs.stop();
  }

  @Test
  void helpFitsOneScreenAndNamesEveryCommand() {
    assertThat(shell.run("--help")).isEqualTo(ExitCode.DONE);

    assertThat(shell.out().lines()).hasSizeLessThanOrEqualTo(SCREEN_LINES);
    assertThat(shell.out()).contains("Memory for AI agents");
    for (Commands.Listed listed : shown()) {
      assertThat(shell.out()).contains(listed.name(), listed.purpose());
    }
  }

  @Test
  void everyCommandIsCalledAsListedAndTellsItsPurpose() {
    for (Commands.Listed listed : shown()) {
      assertThat(shell.run(listed.name(), "--help")).isEqualTo(ExitCode.DONE);
      assertThat(shell.out()).contains("Usage: athena " + listed.name(), listed.purpose());
    }
  }

  @Test
  void versionIsThatOfTheBuild() {
    assertThat(shell.run("--version")).isEqualTo(ExitCode.DONE);

    assertThat(shell.out()).matches("athena [0-9]+\\.[0-9]+\\.[0-9]+\\S* \\(Java 25\\S*\\)\\R");
  }

  @Test
  void noCommandIsWrongUseAndAnswersNothing() {
    assertThat(shell.run()).isEqualTo(ExitCode.WRONG_USE);

    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("Usage: athena");
  }

  @Test
  void aMistypedCommandIsWrongUseAndTheNearestIsNamed() {
    assertThat(shell.run("confg")).isEqualTo(ExitCode.WRONG_USE);

    assertThat(shell.err()).contains("`confg` is not expected here", "did you mean `config`?");
  }

  @Test
  void anUnknownOptionAndAMissingValueAreWrongUse() {
    assertThat(shell.run("doctor", "--bogus")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.err()).contains("Unknown option: '--bogus'", "see `athena doctor --help`");
    assertThat(shell.run("config", "set")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(shell.run("config")).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void aKnownFailureShowsItsMessageAndHint() {
    assertThat(shell.runAlone(new Failing(new InternalFailure("the disk is full", null)), "fail"))
        .isEqualTo(ExitCode.FAILED);

    assertThat(shell.err()).contains("error: the disk is full", "hint: try again");
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void anUnknownFailureIsLoggedWithItsStack() {
    assertThat(shell.runAlone(new Failing(new IllegalStateException("odd")), "fail"))
        .isEqualTo(ExitCode.FAILED);

    assertThat(shell.err()).contains("error: Athena failed", "logs");
    assertThat(folder.resolve("logs").resolve("athena.0.0.log"))
        .content()
        .contains("SEVERE dev.athena.app.Shell", "IllegalStateException: odd", "\tat ");
  }

  @Test
  void completionKnowsEveryCommand() {
    assertThat(shell.run("completion")).isEqualTo(ExitCode.DONE);

    assertThat(shell.out()).contains("complete -F").contains("doctor", "config", "unset");
  }

  @Test
  void settingsAreSetShownAndTakenBack() {
    assertThat(shell.run("config", "set", "http.port", "9000")).isEqualTo(ExitCode.DONE);

    assertThat(shell.run("config", "get", "http.port")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).isEqualToIgnoringNewLines("9000");
    shell.run("config", "list", "--json");
    assertThat(JsonCodec.readObject(shell.out()).whole("http.port")).contains(9000L);
    shell.run("config", "unset", "http.port");
    assertThat(shell.run("config", "get", "http.port")).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).contains("http.port is not set: 8642");
  }

  @Test
  void aListOfSettingsShowsNoSecret() {
    shell.run("config", "set", "http.token", "0123456789abcdef");

    shell.run("config", "list");
    assertThat(shell.out()).contains("http.token").doesNotContain("0123456789abcdef");
    shell.run("config", "list", "--json");
    assertThat(shell.out()).contains("http.token").doesNotContain("0123456789abcdef");
  }

  @Test
  void doctorAnswersForPeopleAndPrograms() {
    assertThat(shell.run("doctor")).isEqualTo(ExitCode.DONE);
    assertThat(shell.out()).contains("Java", "data folder", "free disk", "start-up cache");

    assertThat(shell.run("doctor", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(JsonCodec.readObject(shell.out()).array("checks").orElseThrow().values())
        .isNotEmpty();
  }

  @Command(name = "fail", description = "Fail.")
  private record Failing(RuntimeException failure) implements Callable<Integer> {
    @Override
    public Integer call() {
      throw failure;
    }
  }

  private List<Commands.Listed> shown() {
    return Commands.all(shell.context()).stream()
        .filter(listed -> listed.group() != CommandGroup.OPERATIONS)
        .toList();
  }

  /** The list of one. */
  static List<Commands.Listed> alone(Object command) {
    return List.of(new Commands.Listed(CommandGroup.CARE, "fail", "Fail.", () -> command));
  }
}
