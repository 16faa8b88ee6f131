package dev.athena.app;

import dev.athena.app.context.AthenaHome;
import dev.athena.app.context.Choices;
import dev.athena.app.context.ExitCode;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
          List.of("remember", "The build needs JDK 25.", "--tag", "build"),
          List.of("recall", "Which JDK does the build need?"),
          List.of("recall", "semantic", "JDK", "--json"),
          List.of("export", "--quiet"),
          List.of("doctor", "--json"),
          List.of("doctor"));

  /** How often a program is run, so that Java knows which parts of it are worth compiling. */
  private static final int PROGRAMS = 120;

  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
      "capabilities":{},"clientInfo":{"name":"training","version":"1"}}}\
      """;

  private static final String LIST =
      """
      {"jsonrpc":"2.0","id":2,"method":"tools/list"}\
      """;

  private static final String RECALL =
      """
      {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"recall",\
      "arguments":{"query":"Which JDK?"}}}\
      """;

  /** What is said once with each of the {@link #SENSITIVE}. */
  private static final String REMEMBER =
      """
      {"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"remember_episodic",\
      "arguments":{"content":"Talked about the lease; VALUE.","event_type":"action"}}}\
      """;

  /** Of what most texts hold that hold something sensitive. */
  private static final List<String> SENSITIVE =
      List.of(
          "nothing was decided",
          "ask jo.miller@example.org",
          "call +44 20 7946 0123",
          "password = hunter7Xq9zP",
          "the door is at 81.2.69.160",
          "paid with 4111 1111 1111 1111",
          "to GB82 WEST 1234 5698 7654 32",
          "Authorization: Bearer 9f3kQ7xZt2LmW8vB4nRs6Y",
          "ask max.mustermann@example.com",
          "call +49 30 901820");

  private static final String PROGRAM =
      """
      {"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"execute_code",\
      "arguments":{"code":"from athena import memory\\nlen(memory.recall('Which JDK?'))"}}}\
      """;

  private AotTraining() {}

  /** Runs the command lines with their output thrown away. */
  public static void main(String[] arguments) throws IOException {
    StandardStreams streams = StandardStreams.claim();
    Path folder = Files.createTempDirectory("athena-training");
    try {
      train(folder, streams.err());
    } finally {
      remove(folder);
    }
    System.exit(ExitCode.DONE);
  }

  private static void train(Path folder, PrintStream err) {
    Logs.startQuietly();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    StandardStreams quiet = new StandardStreams(InputStream.nullInputStream(), nowhere, nowhere);
    Terminal terminal = new Terminal(nowhere, nowhere, TerminalTraits.PIPES);
    Start start =
        new Start(
            new AthenaHome(folder),
            new UserHome(folder),
            folder,
            folder,
            "/usr/bin",
            Map.of(),
            SystemSources.all());
    terminal.line(Version.line());
    for (List<String> line : LINES) {
      ShellContext context = new ShellContext(terminal, quiet, start, new Choices());
      Shell shell = new Shell(context, Commands.all(context));
      err.println(line + " ended with " + shell.run(line.toArray(String[]::new)));
    }
    Dialogue client = new Dialogue(said());
    PrintStream answers = new PrintStream(client.hears(), false, StandardCharsets.UTF_8);
    StandardStreams streams = new StandardStreams(client.says(), answers, nowhere);
    ShellContext context = new ShellContext(terminal, streams, start, new Choices());
    err.println("mcp ended with " + McpCommand.serve(context, Profile.STANDARD));
  }

  /** Returns what a client says. */
  private static List<String> said() {
    List<String> said = new ArrayList<>(List.of(INITIALIZE, LIST, RECALL));
    SENSITIVE.forEach(value -> said.add(REMEMBER.replace("VALUE", value)));
    said.addAll(Collections.nCopies(PROGRAMS, PROGRAM));
    return said;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
