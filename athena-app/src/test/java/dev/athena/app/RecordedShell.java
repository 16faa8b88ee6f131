package dev.athena.app;

import dev.athena.app.context.AthenaHome;
import dev.athena.app.context.Choices;
import dev.athena.app.context.ShellContext;
import dev.athena.app.context.StandardStreams;
import dev.athena.app.context.Start;
import dev.athena.app.context.UserHome;
import dev.athena.app.terminal.Terminal;
import dev.athena.app.terminal.TerminalTraits;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** A shell whose streams are kept, each run anew. */
public final class RecordedShell {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private final Start start;
  private TerminalTraits traits = TerminalTraits.PIPES;
  private String input = "";

  /** Returns a shell of {@code home}, started there. */
  public RecordedShell(Path home) {
    this(home, home);
  }

  /** Returns a shell of {@code home}, started in {@code folder}, which is also the user's. */
  public RecordedShell(Path home, Path folder) {
    Start.Sources sources =
        new Start.Sources(
            InstantSource.system(), ZoneOffset.UTC, System::nanoTime, new SecureRandom());
    this.start =
        new Start(
            new AthenaHome(home),
            new UserHome(folder),
            folder,
            Path.of("athena"),
            "/usr/bin",
            environment,
            sources);
  }

  /** From now on standard input holds {@code text}. */
  public RecordedShell typing(String text) {
    this.input = text;
    return this;
  }

  /** From now on the environment holds {@code value} under {@code name}. */
  public RecordedShell with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** From now on the environment holds nothing under {@code name}. */
  public RecordedShell without(String name) {
    environment.remove(name);
    return this;
  }

  /** From now on a person is there. */
  public RecordedShell onTerminal() {
    this.traits = new TerminalTraits(true, true, true, true, 80);
    return this;
  }

  /** Returns the context of a command line. */
  public ShellContext context() {
    PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8);
    StandardStreams streams =
        new StandardStreams(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), toOut, toErr);
    return new ShellContext(new Terminal(toOut, toErr, traits), streams, start, new Choices());
  }

  /** Runs a command line and returns its exit code. */
  public int run(String... arguments) {
    out.reset();
    err.reset();
    ShellContext context = context();
    return new Shell(context, Commands.all(context)).run(arguments);
  }

  int runAlone(Object command, String... arguments) {
    out.reset();
    err.reset();
    return new Shell(context(), ShellTest.alone(command)).run(arguments);
  }

  /** Returns what the last command line answered. */
  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Returns what the last command line said besides. */
  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Returns what the last command line answered, as the JSON that it is. */
  public Json json() {
    return JsonCodec.read(out());
  }
}
