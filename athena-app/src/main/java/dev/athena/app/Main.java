package dev.athena.app;

import dev.athena.app.context.AthenaHome;
import dev.athena.app.context.Choices;
import dev.athena.app.context.Logs;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.StandardStreams;
import dev.athena.app.context.Start;
import dev.athena.app.context.UserHome;
import dev.athena.app.context.Version;
import dev.athena.app.server.McpCommand;
import dev.athena.app.terminal.Terminal;
import dev.athena.app.terminal.TerminalTraits;
import dev.athena.server.tools.Profile;
import java.nio.file.Path;
import java.util.List;
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
    if (runDirectly(arguments, terminal)) {
      return;
    }
    Logs.startQuietly();
    UserHome user = UserHome.of(environment, System.getProperty("user.home", "."));
    AthenaHome home = AthenaHome.of(environment, user);
    Path folder = Path.of("").toAbsolutePath();
    Path program = Path.of(System.getProperty("athena.program", "athena"));
    Start start =
        new Start(
            home,
            user,
            folder,
            program,
            environment.getOrDefault("PATH", ""),
            environment,
            SystemSources.all());
    ShellContext context = new ShellContext(terminal, streams, start, new Choices());
    if (arguments.length == 1 && arguments[0].equals("mcp")) {
      // Without picocli's command line, for the same reason.
      Shell shell = new Shell(context, List.of());
      System.exit(shell.run(() -> McpCommand.serve(context, Profile.STANDARD)));
    }
    System.exit(new Shell(context, Commands.all(context)).run(arguments));
  }

  /**
   * Runs what must start at once, and returns whether it did: making picocli's command line costs
   * several times what Java itself needs to start, because no cache can hold its classes.
   */
  private static boolean runDirectly(String[] arguments, Terminal terminal) {
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      terminal.line(Version.line());
      terminal.flush();
      return true;
    }
    return false;
  }
}
