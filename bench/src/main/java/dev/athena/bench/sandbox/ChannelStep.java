package dev.athena.bench.sandbox;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** One call of the memory by a program, measured by the program, against the same in process. */
record ChannelStep() implements Step {
  private static final double ADDED_MAX = 1;
  private static final String GET = "get_memory";
  private static final String RECALL = "recall_semantic";

  @Override
  public String title() {
    return "a call of the memory from inside";
  }

  @Override
  public List<Row> measure(Setting setting) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Scratch athena = Scratch.open()) {
      Facts facts = Facts.in(athena, setting.facts());
      List<String> ids = facts.some(setting.calls() * 3);
      List<String> questions = Facts.questions(0, setting.calls());
      timed(athena, GET, "id", ids); // warms up
      timed(athena, RECALL, "query", questions);
      JsonObject inside = inside(athena, ids, Facts.questions(setting.calls(), setting.calls()));
      List<String> others = Facts.questions(2 * setting.calls(), setting.calls());
      rows.addAll(rows(GET, timed(athena, GET, "id", ids), inside));
      rows.addAll(rows(RECALL, timed(athena, RECALL, "query", others), inside));
      rows.addAll(new Throughput(athena, facts).rows(setting.calls() * 10));
    }
    return rows;
  }

  private static JsonObject inside(Scratch athena, List<String> ids, List<String> questions)
      throws IOException {
    String above = "ids, questions = %s, %s".formatted(array(ids), array(questions));
    return (JsonObject) athena.run(Language.PYTHON, Programs.with(above, "calls.py"));
  }

  private static List<Row> rows(String operation, Times inProcess, JsonObject measured)
      throws IOException {
    Times inside = Times.of(measured.find(operation).orElse(Json.Null.VALUE));
    double meanAdded = inside.mean() - inProcess.mean();
    return List.of(
        inside.rowWithMean(operation + " from Python in the sandbox"),
        inProcess.rowWithMean(operation + " in process"),
        Row.difference(operation + ", added", inside.median() - inProcess.median())
            .atMost(ADDED_MAX)
            .noting(String.format(Locale.ROOT, "mean %.2f", meanAdded)));
  }

  private static Times timed(
      Scratch athena, String operation, String parameter, List<String> values) throws IOException {
    Iterator<String> next = values.iterator();
    return Times.of(
        values.size(),
        () -> athena.call(operation, JsonObject.builder().put(parameter, next.next()).build()));
  }

  private static String array(List<String> texts) {
    return JsonCodec.write(Json.ofTexts(texts));
  }
}
