package dev.athena.bench.tasks;

import dev.athena.bench.home.BenchHome;
import dev.athena.bench.mcp.McpChild;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what ten tasks cost when an agent calls tools and when it writes code. */
@Command(
    name = "tokens",
    description = {
      "Does ten tasks of an agent by tool calls and by code, on equal memories over a real server,",
      "and counts tokens, turns and time. It looks for LifeBench (QA_clean.json) and LoCoMo",
      "(turns.jsonl) in the folder itself or one level below. Fails if the answers differ."
    },
    mixinStandardHelpOptions = true)
public final class TokensCommand implements Callable<Integer> {
  /** The tasks, in this order. */
  static final List<Task> TASKS =
      List.of(
          new SummaryTask(),
          new WeeksTask(),
          new NumbersTask(),
          new DuplicatesTask(),
          new ChainTask(),
          new FailuresTask(),
          new MentionsTask(),
          new PeriodsTask(),
          new TaggingTask(),
          new SourcesTask());

  private Path folder = Path.of("");
  private @Nullable Path repository;
  private @Nullable Path kept;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Option(
      names = "--seconds-per-turn",
      defaultValue = "2.0",
      description = "How long a model thinks before each call (default: ${DEFAULT-VALUE}).")
  private double secondsPerTurn;

  @Option(
      names = "--tokens-per-second",
      defaultValue = "50",
      description = "How fast a model writes (default: ${DEFAULT-VALUE}).")
  private double tokensPerSecond;

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description = "Keep the filled home here, and use it if it is there already.")
  void setKept(Path folder) {
    this.kept = folder;
  }

  @Option(
      names = "--repository",
      paramLabel = "FOLDER",
      description = "A Git repository whose oldest commits are remembered (default: Athena's).")
  void setRepository(Path repository) {
    this.repository = repository;
  }

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      defaultValue = "../shared/data",
      description = "Where the data sets lie (default: ${DEFAULT-VALUE}).")
  void setFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Integer call() throws IOException {
    ModelSpeed speed = new ModelSpeed(secondsPerTurn, tokensPerSecond);
    if (!TaskData.isIn(folder)) {
      System.err.println(
          "LifeBench and LoCoMo were not found in " + folder + "; give the folder that has them.");
      return 1;
    }
    TokensReport report = measured(speed);
    System.out.println(
        json ? JsonCodec.writePretty(report.json()) : report.table().stripTrailing());
    return 0;
  }

  private Path repository() {
    Path launcher = Path.of(System.getProperty("athena.program", "athena"));
    Path checkout = launcher.toAbsolutePath().resolveSibling("");
    return repository == null ? checkout : repository;
  }

  private TokensReport measured(ModelSpeed speed) throws IOException {
    try (BenchHome filled = BenchHome.in(kept);
        BenchHome first = BenchHome.create();
        BenchHome second = BenchHome.create()) {
      List<JsonObject> memories = TaskData.read(folder, repository());
      TaskHome home = TaskHome.filled(filled.folder(), memories, System.err::println);
      home.copyTo(first.folder());
      home.copyTo(second.folder());
      try (McpChild tools = McpChild.start(first.folder(), TaskHome.PROJECT);
          McpChild code = McpChild.start(second.folder(), TaskHome.PROJECT)) {
        return measured(TaskRun.of(tools, code, new Tokenizer()), speed);
      }
    }
  }

  private static TokensReport measured(TaskRun run, ModelSpeed speed) throws IOException {
    run.warmUp();
    List<Comparison> comparisons = new ArrayList<>();
    for (Task task : TASKS) {
      comparisons.add(run.run(task));
    }
    return new TokensReport(
        comparisons,
        run.tokenizer().count(run.guide()),
        new DocsCosts(run.code(), run.tokenizer()).lines(),
        speed);
  }
}
