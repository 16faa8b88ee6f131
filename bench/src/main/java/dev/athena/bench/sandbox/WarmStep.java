package dev.athena.bench.sandbox;

import dev.athena.bench.home.BenchHome;
import dev.athena.bench.mcp.McpChild;
import dev.athena.execution.Language;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code 1+1} in a sandbox that is ready, over MCP and in this process, against an interpreter that
 * runs already and is in no sandbox.
 *
 * <p>Before each call but those back to back there is a pause, until the pool is full again.
 */
record WarmStep(Language language) implements Step {
  private static final double MEDIAN_MAX = 10;
  private static final double HIGH_MAX = 25;
  private static final double OVERHEAD_MAX = 5;
  private static final int WARM_UP = 60;

  @Override
  public String title() {
    return "a sandbox is ready, " + Languages.title(language);
  }

  @Override
  public List<Row> measure(Setting setting) throws IOException {
    Times plain = plain(setting.calls());
    Times inside = inProcess(setting.calls());
    List<Row> rows = new ArrayList<>();
    try (BenchHome home = BenchHome.create();
        McpChild child = McpChild.start(home.folder(), Scratch.PROJECT)) {
      WarmCalls calls =
          new WarmCalls(
              (operation, arguments) -> child.call(operation, arguments).structured(),
              language,
              new SandboxProcesses(child.process()));
      Times crowded = Times.of(setting.calls(), calls::run); // warms up, too
      WarmCalls.Measured measured = calls.measure(setting.calls());
      Times mcp = measured.whole();
      rows.add(mcp.row("execute_code over MCP, with pauses").atMost(MEDIAN_MAX, HIGH_MAX));
      rows.add(measured.overhead().row("– of it overhead_ms, as its answers tell"));
      rows.add(crowded.row("execute_code over MCP, back to back"));
      rows.add(inside.row("execute_code in process, with pauses"));
      rows.add(plain.row("the interpreter alone, running already"));
      rows.add(added("added by MCP and sandbox", mcp, plain));
      rows.add(added("added by the sandbox", inside, plain));
    }
    return rows;
  }

  private static Row added(String name, Times with, Times without) {
    return Row.difference(name, with.median() - without.median()).atMost(OVERHEAD_MAX);
  }

  private Times plain(int calls) throws IOException {
    try (PlainInterpreter interpreter = PlainInterpreter.start(language)) {
      Times.of(calls, () -> interpreter.evaluate(Scratch.TRIVIAL)); // warms up
      return Times.of(calls, () -> interpreter.evaluate(Scratch.TRIVIAL));
    }
  }

  private Times inProcess(int calls) throws IOException {
    try (Scratch athena = Scratch.open()) {
      WarmCalls runs =
          new WarmCalls(
              (operation, arguments) -> (JsonObject) athena.call(operation, arguments),
              language,
              new SandboxProcesses(ProcessHandle.current()));
      for (int i = 0; i < WARM_UP; i++) {
        runs.run();
      }
      return runs.measure(calls).whole();
    }
  }
}
