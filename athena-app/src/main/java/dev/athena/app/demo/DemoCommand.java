package dev.athena.app.demo;

import dev.athena.app.context.AthenaHome;
import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.memory.AnswerView;
import dev.athena.app.memory.PendingVectors;
import dev.athena.app.terminal.ProgressBar;
import dev.athena.app.terminal.Style;
import dev.athena.app.terminal.Terminal;
import dev.athena.app.transfer.ImportReport;
import dev.athena.app.transfer.Importer;
import dev.athena.app.transfer.source.DocumentSource;
import dev.athena.app.transfer.source.GitSource;
import dev.athena.app.transfer.source.Source;
import dev.athena.error.AthenaException;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code athena demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "See Athena answer from its own history and documents.",
      "",
      "It works in a home of its own, below the usual one; your memories stay as they are."
    })
public final class DemoCommand implements Callable<Integer> {
  /** The most commits taken, so that the demonstration takes seconds. */
  static final int COMMITS_MAX = 300;

  private static final String PROJECT = "demo";
  private static final int ANSWERS = 2;

  private static final List<String> DOCUMENTS =
      List.of("README.md", "ARCHITECTURE.md", "RATIONALE.md", "STYLE.md", "VOCABULARY.md", "docs");

  private static final List<String> QUESTIONS =
      List.of(
          "Why is there no newer version of ONNX Runtime?",
          "What happens when several processes write at the same moment?",
          "How does the launcher find Java and build Athena?");

  private final ShellContext context;
  private final Terminal terminal;

  public DemoCommand(ShellContext context) {
    this.context = context;
    this.terminal = context.terminal();
  }

  @Override
  public Integer call() {
    Path checkout = checkout();
    AthenaHome home = new AthenaHome(context.home().folder().resolve(PROJECT));
    try (Session session =
        new Session(context.openEngine(home), Caller.local(Namespace.ofProject(PROJECT)))) {
      terminal.line("Athena reads its own history and documents in " + checkout + ".");
      take(session, checkout);
      new PendingVectors(context, session).fillAll();
      QUESTIONS.forEach(question -> ask(session, question));
    }
    showConnections();
    return ExitCode.DONE;
  }

  /** Returns the folder that the launcher lies in, else the one this was started in. */
  private Path checkout() {
    Path folder = context.start().program().toAbsolutePath().getParent();
    boolean known = folder != null && Files.isRegularFile(context.start().program());
    return known && folder != null ? folder : context.start().workingFolder();
  }

  private void take(Session session, Path checkout) {
    try (GitSource history = GitSource.open(checkout)) {
      take(session, "commits", history.newest(COMMITS_MAX));
    } catch (AthenaException e) {
      terminal.line("  no commits: " + e.problem());
    }
    List<Path> documents = DOCUMENTS.stream().map(checkout::resolve).filter(Files::exists).toList();
    if (documents.isEmpty()) {
      terminal.line("  no documents: there is none of " + String.join(", ", DOCUMENTS));
    } else {
      take(session, "sections of documents", new DocumentSource(checkout, documents));
    }
  }

  private void take(Session session, String what, Source source) {
    Importer importer =
        new Importer(session.engine(), new Importer.Destination(session.caller(), true));
    ImportReport report;
    try (ProgressBar bar =
        terminal.progress("Importing " + source.unit(), source.steps(), context.nanos())) {
      report = importer.run(source, bar::advance);
    }
    terminal.line(
        "  %,d %s, %,d of them new"
            .formatted(report.added() + report.duplicates(), what, report.added()));
  }

  private void ask(Session session, String question) {
    terminal.line("");
    terminal.line(terminal.styled(Style.STRONG, "» " + question));
    JsonObject arguments =
        JsonObject.builder().put("query", question).put("limit", (long) ANSWERS).build();
    Json answer = session.call("recall", arguments);
    if (answer instanceof JsonArray array && array.size() == 0) {
      terminal.line("  Nothing that is remembered answers this.");
    } else {
      new AnswerView(context, session).show("recall", answer, false);
    }
  }

  private void showConnections() {
    String program = context.start().program().toAbsolutePath().toString();
    JsonObject server =
        JsonObject.builder()
            .put("command", program)
            .put("args", Json.ofTexts(List.of("mcp")))
            .build();
    JsonObject config =
        JsonObject.builder()
            .put("mcpServers", JsonObject.builder().put("athena", server).build())
            .build();
    terminal.line("");
    terminal.line("Give your agent this memory, with Claude Code or any other MCP client:");
    terminal.line("  claude mcp add athena -- " + quoted(program) + " mcp");
    terminal.line("  " + JsonCodec.write(config));
  }

  private static String quoted(String path) {
    return path.matches("[\\w/.+@:-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
