package dev.athena.bench.sandbox;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.List;

/** How many calls a second go through the channel. */
record Throughput(Scratch athena, Facts facts) {
  private static final int CALLS_MAX = 20_000;

  private static final String PYTHON =
      """
      import time
      from athena import memory
      start = time.perf_counter()
      for _ in range(%2$d):
          memory.get_memory("%1$s")
      %2$d / (time.perf_counter() - start)
      """;

  private static final String ONE_BY_ONE =
      """
      import { memory } from "athena";
      const start = performance.now();
      for (let i = 0; i < %2$d; i++) await memory.getMemory("%1$s");
      %2$d / (performance.now() - start) * 1000
      """;

  private static final String TOGETHER =
      """
      import { memory } from "athena";
      const start = performance.now();
      await Promise.all(Array.from({ length: %2$d }, () => memory.getMemory("%1$s")));
      %2$d / (performance.now() - start) * 1000
      """;

  List<Row> rows(int calls) throws IOException {
    return List.of(
        row("get_memory from Python", Language.PYTHON, PYTHON, calls),
        row("get_memory from JavaScript", Language.JAVASCRIPT, ONE_BY_ONE, calls),
        row("get_memory from JavaScript, Promise.all", Language.JAVASCRIPT, TOGETHER, calls));
  }

  private Row row(String name, Language language, String pattern, int calls) throws IOException {
    String code = pattern.formatted(facts.ids().getFirst(), calls);
    Json rate = athena.run(language, code, config());
    if (!(rate instanceof Json.Num(var number))) {
      throw new IOException("a program was to return a rate, and returned " + rate);
    }
    return Row.figure(name, number.doubleValue(), "1/s").noting(calls + " calls");
  }

  private static JsonObject config() {
    JsonObject limits = JsonObject.builder().put("api_calls", CALLS_MAX).build();
    return JsonObject.builder().put("limits", limits).build();
  }
}
