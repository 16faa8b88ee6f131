package dev.athena.bench.sandbox;

import dev.athena.bench.home.BenchHome;
import dev.athena.bench.mcp.McpChild;
import dev.athena.execution.Language;
import dev.athena.json.Json;
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
    List<Row> rows = new ArrayList<>();
    Times plain = plain(setting.calls());
    Times inside = inProcess(setting.calls());
    try (BenchHome home = BenchHome.create();
        McpChild child = McpChild.start(home.folder(), Scratch.PROJECT)) {
      SandboxProcesses pool = new SandboxProcesses(child.process());
      Times.Work full = () -> pool.awaitRefilled(language, Languages.ready(language));
      for (int i = 0; i < WARM_UP; i++) {
        call(child);
      }
      Times mcp = Times.of(setting.calls(), full, () -> call(child));
      rows.add(mcp.row("execute_code over MCP, with pauses").atMost(MEDIAN_MAX, HIGH_MAX));
      full.run();
      rows.add(
          Times.of(setting.calls(), () -> call(child)).row("execute_code over MCP, back to back"));
      rows.add(inside.row("execute_code in process, with pauses"));
      rows.add(plain.row("the interpreter alone, running already"));
      rows.add(
          Row.difference("added by MCP and sandbox", mcp.median() - plain.median())
              .atMost(OVERHEAD_MAX));
      rows.add(
          Row.difference("added by the sandbox", inside.median() - plain.median())
              .atMost(OVERHEAD_MAX));
    }
    return rows;
  }

  private Times plain(int calls) throws IOException {
    try (PlainInterpreter interpreter = PlainInterpreter.start(language)) {
      Times.of(calls, () -> interpreter.evaluate(Scratch.TRIVIAL)); // warms up
      return Times.of(calls, () -> interpreter.evaluate(Scratch.TRIVIAL));
    }
  }

  private Times inProcess(int calls) throws IOException {
    try (Scratch athena = Scratch.open()) {
      SandboxProcesses pool = new SandboxProcesses(ProcessHandle.current());
      for (int i = 0; i < WARM_UP; i++) {
        athena.run(language, Scratch.TRIVIAL);
      }
      return Times.of(
          calls,
          () -> pool.awaitRefilled(language, Languages.ready(language)),
          () -> athena.run(language, Scratch.TRIVIAL));
    }
  }

  private void call(McpChild child) throws IOException {
    JsonObject program = Scratch.program(language, Scratch.TRIVIAL);
    Json result = Scratch.result(child.call("execute_code", program).structured());
    if (!result.equals(Json.of(2))) {
      throw new IOException("1+1 was " + result);
    }
  }
}
