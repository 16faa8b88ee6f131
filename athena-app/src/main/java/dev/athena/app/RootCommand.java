package dev.athena.app;

import dev.athena.app.context.Choices;
import dev.athena.app.context.VersionText;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code athena} itself: tells what there is. */
@Command(
    name = "athena",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = {
      "Memory for AI agents, on your own machine.",
      "",
      "An agent tells Athena what happened and what it learned. Athena keeps it",
      "under ATHENA_HOME (default ~/.athena), finds it again when it matters, and",
      "turns what worked into procedures that can be run.",
      ""
    },
    footer = {
      "",
      "`athena <command> --help` tells more. Commands that print data take --json.",
      "Exit codes: 0 done, 1 failed, 2 wrong use."
    })
final class RootCommand {
  private final Choices choices;

  RootCommand(Choices choices) {
    this.choices = choices;
  }

  @Option(
      names = "--home",
      paramLabel = "<folder>",
      scope = ScopeType.INHERIT,
      description = "Where data lies, instead of ATHENA_HOME.")
  void setHome(Path home) {
    choices.chooseHome(home);
  }

  @Option(
      names = "--project",
      paramLabel = "<name>",
      scope = ScopeType.INHERIT,
      description = "The project; else that of the Git repository around.")
  void setProject(String project) {
    choices.chooseProject(project);
  }
}
