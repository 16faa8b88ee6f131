package dev.athena.bench.sandbox;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.List;

/** How many calls a second go through the channel. */
record Throughput(Scratch athena, Facts facts) {
  private static final int CALLS_MAX = 20_000;

  List<Row> rows(int calls) throws IOException {
    String id = JsonCodec.write(Json.of(facts.ids().getFirst()));
    String python = "id, count = %s, %d".formatted(id, calls);
    String javaScript = "const id = %s, count = %d;".formatted(id, calls);
    return List.of(
        row("get_memory from Python", Language.PYTHON, Programs.with(python, "rate.py")),
        row(
            "get_memory from JavaScript",
            Language.JAVASCRIPT,
            Programs.with(javaScript, "rate.mjs")),
        row(
            "get_memory from JavaScript, Promise.all",
            Language.JAVASCRIPT,
            Programs.with(javaScript, "rate-together.mjs")));
  }

  private Row row(String name, Language language, String code) throws IOException {
    Json rate = athena.run(language, code, config());
    if (!(rate instanceof Json.Num(var number))) {
      throw new IOException("a program was to return a rate, and returned " + rate);
    }
    return Row.figure(name, number.doubleValue(), "1/s");
  }

  private static JsonObject config() {
    JsonObject limits = JsonObject.builder().put("api_calls", CALLS_MAX).build();
    return JsonObject.builder().put("limits", limits).build();
  }
}
