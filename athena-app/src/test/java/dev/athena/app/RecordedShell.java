package dev.athena.app;

import dev.athena.app.terminal.Terminal;
import dev.athena.app.terminal.TerminalTraits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A shell whose streams are kept, each run anew. */
final class RecordedShell {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ShellContext context;

  RecordedShell(Path home) {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            TerminalTraits.PIPES);
    context = new ShellContext(terminal, new AthenaHome(home), () -> 0);
  }

  ShellContext context() {
    return context;
  }

  int run(String... arguments) {
    out.reset();
    err.reset();
    return new Shell(context, Commands.all(context)).run(arguments);
  }

  int runAlone(Object command, String... arguments) {
    out.reset();
    err.reset();
    return new Shell(context, ShellTest.alone(command)).run(arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
