package dev.athena.bench.sandbox;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast programs run in sandboxes. */
@Command(
    name = "sandbox",
    description = {
      "Measures execute_code with a sandbox ready and without, against interpreters outside of any,",
      "and what calls of the memory, fetches, files and waiting cost in a sandbox."
    },
    mixinStandardHelpOptions = true)
public final class SandboxCommand implements Callable<Integer> {
  private static final List<Step> STEPS =
      List.of(
          new WarmStep(Language.PYTHON),
          new WarmStep(Language.JAVASCRIPT),
          new EmptyPoolStep(),
          new ChannelStep(),
          new FetchStep(),
          new FilesStep(),
          new RefillStep(Language.PYTHON),
          new RefillStep(Language.JAVASCRIPT),
          new IdleStep());

  private Path srt = Sandbox.srtModules(Path.of(System.getProperty("user.home")));

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Option(names = "--quick", description = "A fifth of the calls: rough figures in a minute.")
  private boolean quick;

  @Option(
      names = "--calls",
      defaultValue = "200",
      description = "How many calls make a row (default: ${DEFAULT-VALUE}).")
  private int calls;

  @Option(
      names = "--facts",
      defaultValue = "1000",
      description = "How many facts are searched from inside (default: ${DEFAULT-VALUE}).")
  private int facts;

  @Option(
      names = "--srt",
      paramLabel = "FOLDER",
      description =
          "Where npm installed @anthropic-ai/sandbox-runtime (default: where ./setup does).")
  void setSrt(Path folder) {
    this.srt = folder;
  }

  @Override
  public Integer call() throws IOException {
    int each = quick ? Math.max(calls / 5, 1) : calls;
    Setting setting = new Setting(each, Math.max(each / 5, 1), facts, srt);
    List<Json> reports = new ArrayList<>();
    for (Step step : STEPS) {
      SandboxReport report = new SandboxReport(step.title(), step.measure(setting));
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
}
