package dev.athena.app.transfer;

import dev.athena.app.context.ExitCode;
import dev.athena.app.context.Projects;
import dev.athena.app.context.Session;
import dev.athena.app.context.ShellContext;
import dev.athena.app.memory.PendingVectors;
import dev.athena.app.terminal.ProgressBar;
import dev.athena.app.transfer.source.ClaudeSource;
import dev.athena.app.transfer.source.DocumentSource;
import dev.athena.app.transfer.source.GitSource;
import dev.athena.app.transfer.source.JsonLinesSource;
import dev.athena.app.transfer.source.McpMemorySource;
import dev.athena.app.transfer.source.Source;
import dev.athena.json.JsonCodec;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code athena import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Take in memories: git, claude, jsonl, mcp-memory, documents.",
      "",
      "Run again, it adds only what is new; interrupted, run it again."
    })
public final class ImportCommand {
  private static final String NO_VECTORS = "Leave vectors to be computed later.";

  private final ShellContext context;

  public ImportCommand(ShellContext context) {
    this.context = context;
  }

  @Command(
      name = "git",
      mixinStandardHelpOptions = true,
      description = {
        "Take in the commits of a Git repository, as episodes.",
        "",
        "They go to the project of that repository unless --project names another."
      })
  int git(
      @Parameters(paramLabel = "<path>", arity = "0..1", description = "A folder in it.")
          @Nullable Path path,
      @Option(names = "--no-vectors", description = NO_VECTORS) boolean noVectors,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    return run(GitSource.open(resolved(path)), noVectors, json);
  }

  @Command(
      name = "claude",
      mixinStandardHelpOptions = true,
      description = {
        "Take in transcripts of Claude Code: what was said, and tool calls with results.",
        "",
        "Each goes to the project of the folder it happened in unless --project names one."
      })
  int claude(
      @Parameters(
              paramLabel = "<path>",
              arity = "0..1",
              description = "A transcript or a folder of them; ~/.claude/projects if left out.")
          @Nullable Path path,
      @Option(names = "--no-vectors", description = NO_VECTORS) boolean noVectors,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    Path usual = context.start().user().claudeTranscripts();
    return run(new ClaudeSource(path == null ? usual : resolved(path)), noVectors, json);
  }

  @Command(
      name = "jsonl",
      mixinStandardHelpOptions = true,
      description = {
        "Take in a file with a memory on each line, as JSON.",
        "",
        "A line is an item of remember_many, or what `athena export` wrote: then it comes",
        "back the same, into the project it was in unless --project names another."
      })
  int jsonl(
      @Parameters(paramLabel = "<file>", description = "The file.") Path file,
      @Option(names = "--no-vectors", description = NO_VECTORS) boolean noVectors,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    return run(new JsonLinesSource(resolved(file)), noVectors, json);
  }

  @Command(
      name = "mcp-memory",
      mixinStandardHelpOptions = true,
      description = "Take in the file of the reference memory server of MCP, as facts.")
  int mcpMemory(
      @Parameters(paramLabel = "<file>", description = "Its memory file, JSON lines.") Path file,
      @Option(names = "--no-vectors", description = NO_VECTORS) boolean noVectors,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    return run(new McpMemorySource(resolved(file)), noVectors, json);
  }

  @Command(
      name = "documents",
      mixinStandardHelpOptions = true,
      description = {
        "Take in Markdown and text files, a fact for each section.",
        "",
        "A section that changed supersedes what it was."
      })
  int documents(
      @Parameters(paramLabel = "<path>", arity = "1..*", description = "Files and folders.")
          List<Path> paths,
      @Option(names = "--no-vectors", description = NO_VECTORS) boolean noVectors,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    Path root = Projects.gitRoot(context.start().workingFolder());
    Path base = root == null ? context.start().workingFolder() : root;
    List<Path> resolved = paths.stream().map(this::resolved).toList();
    return run(new DocumentSource(base, resolved), noVectors, json);
  }

  private Path resolved(@Nullable Path path) {
    Path folder = context.start().workingFolder();
    return path == null ? folder : folder.resolve(path);
  }

  private int run(Source source, boolean noVectors, boolean json) {
    ImportReport report;
    try (source;
        Session session = Session.open(context)) {
      boolean named = context.choices().project().isPresent();
      Importer importer =
          new Importer(session.engine(), new Importer.Destination(session.caller(), named));
      try (ProgressBar bar =
          context
              .terminal()
              .progress("Importing " + source.unit(), source.steps(), context.nanos())) {
        report = importer.run(source, bar::advance);
      }
      if (!noVectors && report.added() > 0) {
        new PendingVectors(context, session).fillAll();
      }
    }
    if (json) {
      context.terminal().line(JsonCodec.writePretty(report.json()));
    } else {
      report.lines().forEach(context.terminal()::line);
    }
    boolean nothing = report.added() + report.duplicates() == 0;
    return nothing && report.leftOut() > 0 ? ExitCode.FAILED : ExitCode.DONE;
  }
}
