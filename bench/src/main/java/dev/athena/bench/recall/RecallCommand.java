package dev.athena.bench.recall;

import dev.athena.app.engine.Engine;
import dev.athena.bench.home.BenchHome;
import dev.athena.bench.recall.RecallRun.Asked;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how well questions find their answers. */
@Command(
    name = "recall",
    description = {
      "Measures recall@1/5/10, hit@10, MRR and nDCG@10 on the data sets in a folder.",
      "It looks for LoCoMo (turns.jsonl), LifeBench (QA_clean.json) and Cranfield (cran.qry), in",
      "the folder itself or one level below."
    },
    mixinStandardHelpOptions = true)
public final class RecallCommand implements Callable<Integer> {
  private Path folder = Path.of("");
  private @Nullable Path kept;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Option(
      names = "--without-privacy",
      description = "Redact and seal nothing, to see what privacy costs; not with --keep.")
  private boolean open;

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description = "Keep the filled home here; what it holds already is not embedded again.")
  void setKept(Path folder) {
    this.kept = folder;
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
    if (open && kept != null) {
      System.err.println("A home that is kept is a sealed one; leave away --keep.");
      return 1;
    }
    List<Dataset> datasets = Datasets.in(folder);
    if (datasets.isEmpty()) {
      System.err.println("No data set was found in " + folder + "; give the folder that has them.");
      return 1;
    }
    List<Json> reports = new ArrayList<>();
    for (Map.Entry<String, List<Asked>> entry : run(datasets).entrySet()) {
      RecallReport report = new RecallReport(entry.getKey(), entry.getValue());
      reports.add(report.json());
      if (!json) {
        System.out.print(report.table());
      }
    }
    if (json) {
      System.out.println(JsonCodec.writePretty(new JsonArray(reports)));
    }
    return 0;
  }

  private Map<String, List<Asked>> run(List<Dataset> datasets) throws IOException {
    Map<String, List<Asked>> asked = new LinkedHashMap<>();
    try (BenchHome home = BenchHome.in(kept);
        Engine engine = open ? BenchHome.openOpenEngine(home.folder()) : home.openEngine()) {
      RecallRun run = new RecallRun(engine, System.err::println);
      for (Dataset dataset : datasets) {
        asked.computeIfAbsent(dataset.name(), _ -> new ArrayList<>()).addAll(run.run(dataset));
      }
    }
    return asked;
  }
}
