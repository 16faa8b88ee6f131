package dev.athena.app;

import dev.athena.app.terminal.Terminal;
import dev.athena.app.terminal.TerminalTraits;
import java.nio.file.Path;
import java.util.Map;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /** Runs the command line {@code arguments} and ends the process. */
  public static void main(String[] arguments) {
    StandardStreams streams = StandardStreams.claim();
    Map<String, String> environment = System.getenv();
    TerminalTraits traits =
        TerminalTraits.of(System.getProperty("athena.terminal", ""), environment);
    Terminal terminal = new Terminal(streams.out(), streams.err(), traits);
    AthenaHome home = AthenaHome.of(environment, Path.of(System.getProperty("user.home", ".")));
    ShellContext context = new ShellContext(terminal, home, SystemSources.nanos());
    System.exit(new Shell(context, Commands.all(context)).run(arguments));
  }
}
