package dev.athena.app;

import dev.athena.app.context.Choices;
import dev.athena.app.context.VersionText;
import dev.athena.error.InvalidArgument;
import dev.athena.principal.Namespace;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code athena} itself: tells what there is. */
@Command(
    name = "athena",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = {
      "Memory for AI agents, on your own machine.",
      "",
      "An agent tells Athena what happened and what it learned. Athena keeps it",
      "under ATHENA_HOME (default ~/.athena), and finds it again when it matters.",
      ""
    },
    footer = {
      "",
      "`athena <command> --help` tells more. Commands that print data take --json.",
      "Exit codes: 0 done, 1 failed, 2 wrong use."
    })
final class RootCommand {
  private final Choices choices;

  private CommandSpec spec = CommandSpec.create();

  RootCommand(Choices choices) {
    this.choices = choices;
  }

  @Spec
  void setSpec(CommandSpec spec) {
    this.spec = spec;
  }

  @Option(
      names = "--home",
      paramLabel = "<folder>",
      scope = ScopeType.INHERIT,
      description = "Where data lies, instead of ATHENA_HOME.")
  void setHome(Path home) {
    if (home.toString().isBlank()) {
      throw wrong("--home is blank; name a folder, or leave it out");
    }
    choices.chooseHome(home);
  }

  @Option(
      names = "--project",
      paramLabel = "<name>",
      scope = ScopeType.INHERIT,
      description = "The project; else that of the Git repository around.")
  void setProject(String project) {
    try {
      choices.chooseProject(Namespace.ofProject(project).project());
    } catch (InvalidArgument e) {
      throw wrong(e.problem() + "; " + e.hint());
    }
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
