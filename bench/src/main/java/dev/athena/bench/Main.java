package dev.athena.bench;

import dev.athena.bench.latency.LatencyCommand;
import dev.athena.bench.latency.LatencyStep;
import dev.athena.bench.privacy.PrivacyCommand;
import dev.athena.bench.recall.RecallCommand;
import dev.athena.bench.sandbox.SandboxCommand;
import dev.athena.bench.scan.CentreCommand;
import dev.athena.bench.scan.ScanCommand;
import dev.athena.bench.tasks.TokensCommand;
import dev.athena.bench.tokens.ToolsCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the benchmarks start. */
@Command(
    name = "athena bench",
    description = "Measures how well Athena recalls and how fast it answers.",
    subcommands = {
      RecallCommand.class,
      LatencyCommand.class,
      LatencyStep.class,
      ScanCommand.class,
      CentreCommand.class,
      ToolsCommand.class,
      SandboxCommand.class,
      TokensCommand.class,
      PrivacyCommand.class
    },
    mixinStandardHelpOptions = true)
public final class Main {
  private Main() {}

  /** Runs a benchmark and ends the process. */
  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.WARNING);
    CommandLine command = new CommandLine(new Main());
    System.exit(command.execute(arguments.length == 0 ? new String[] {"--help"} : arguments));
  }
}
