package dev.athena.app;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.VersionText;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code athena completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = {
      "Print a script that completes commands in bash and zsh.",
      "",
      "Put this into ~/.bashrc or ~/.zshrc:",
      "  source <(athena completion)"
    })
final class CompletionCommand implements Callable<Integer> {
  private final ShellContext context;

  private CommandSpec spec;

  CompletionCommand(ShellContext context) {
    this.context = context;
    this.spec = CommandSpec.create();
  }

  @Spec
  void setSpec(CommandSpec spec) {
    this.spec = spec;
  }

  @Override
  public Integer call() {
    context.terminal().line(AutoComplete.bash("athena", spec.root().commandLine()).stripTrailing());
    return ExitCode.DONE;
  }
}
