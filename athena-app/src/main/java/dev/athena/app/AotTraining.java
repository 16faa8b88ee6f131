package dev.athena.app;

import dev.athena.app.terminal.Terminal;
import dev.athena.app.terminal.TerminalTraits;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Does what most starts do, so that Java remembers it for the next ones.
 *
 * <p>The launcher runs this once for each build, in the background, and keeps what Java recorded.
 * It answers to nobody and leaves no data behind.
 */
public final class AotTraining {
  /** The command lines that are worth starting fast. */
  private static final List<List<String>> LINES =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("config", "list"),
          List.of("config", "get", "http.port", "--json"),
          List.of("config", "get", "no.such.setting"),
          List.of("confg"),
          List.of("doctor", "--json"),
          List.of("doctor"));

  private AotTraining() {}

  /** Runs the command lines with their output thrown away. */
  public static void main(String[] arguments) {
    StandardStreams streams = StandardStreams.claim();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(nowhere, nowhere, TerminalTraits.PIPES);
    AthenaHome home = new AthenaHome(Path.of(System.getProperty("java.io.tmpdir"), "no-athena"));
    ShellContext context = new ShellContext(terminal, home, SystemSources.nanos());
    terminal.line(Version.line());
    for (List<String> line : LINES) {
      Shell shell = new Shell(context, Commands.all(context));
      streams.err().println(line + " ended with " + shell.run(line.toArray(String[]::new)));
    }
    System.exit(ExitCode.DONE);
  }
}
