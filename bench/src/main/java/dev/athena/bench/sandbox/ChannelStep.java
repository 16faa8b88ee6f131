package dev.athena.bench.sandbox;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** One call of the memory by a program, measured by the program, against the same in process. */
record ChannelStep() implements Step {
  private static final double ADDED_MAX = 1;
  private static final int WARM_UP = 50;

  private static final String TIMED =
      """
      import time
      from athena import memory
      ids, questions = %s, %s
      def timed(work, arguments):
          times = []
          for argument in arguments:
              start = time.perf_counter_ns()
              work(argument)
              times.append(time.perf_counter_ns() - start)
          return times
      timed(memory.get_memory, ids[:50])
      {"get": timed(memory.get_memory, ids),
       "recall": timed(memory.recall_semantic, questions)}
      """;

  @Override
  public String title() {
    return "a call of the memory from inside";
  }

  @Override
  public List<Row> measure(Setting setting) throws IOException {
    int gets = setting.calls() * 3;
    int recalls = setting.calls();
    try (Scratch athena = Scratch.open()) {
      Facts facts = Facts.in(athena, setting.facts());
      List<String> ids = facts.some(gets);
      warmUp(athena, ids);
      Times get = timed(athena, "get_memory", "id", ids);
      Times recall = timed(athena, "recall_semantic", "query", Facts.questions(0, recalls));
      String code =
          TIMED.formatted(array(ids), array(Facts.questions(recalls, recalls)));
      JsonObject inside = (JsonObject) athena.run(Language.PYTHON, code);
      List<Row> rows = new ArrayList<>();
      rows.addAll(rows("get_memory", get, Times.of(inside.find("get").orElseThrow())));
      rows.addAll(
          rows("recall_semantic", recall, Times.of(inside.find("recall").orElseThrow())));
      rows.addAll(new Throughput(athena, facts).rows(setting.calls() * 10));
      return rows;
    }
  }

  private static List<Row> rows(String operation, Times inProcess, Times inside) {
    return List.of(
        inside.rowWithMean(operation + " from Python in the sandbox"),
        inProcess.rowWithMean(operation + " in process"),
        Row.difference(operation + ", added on average", inside.mean() - inProcess.mean())
            .atMost(ADDED_MAX));
  }

  private static void warmUp(Scratch athena, List<String> ids) throws IOException {
    timed(athena, "get_memory", "id", ids.subList(0, Math.min(WARM_UP, ids.size())));
    timed(athena, "recall_semantic", "query", Facts.questions(1_000_000, WARM_UP));
  }

  private static Times timed(
      Scratch athena, String operation, String parameter, List<String> values) throws IOException {
    Iterator<String> next = values.iterator();
    return Times.of(
        values.size(),
        () ->
            athena.call(operation, JsonObject.builder().put(parameter, next.next()).build()));
  }

  private static String array(List<String> texts) {
    return JsonCodec.write(Json.ofTexts(texts));
  }
}
