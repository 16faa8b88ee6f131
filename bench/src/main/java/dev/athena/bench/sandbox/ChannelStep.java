package dev.athena.bench.sandbox;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * One call of the memory by a program, measured by the program, against what Athena measured of the
 * same calls, which is their own work, and against the same in process.
 */
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
      JsonObject answer = inside(athena, ids, Facts.questions(setting.calls(), setting.calls()));
      List<String> others = Facts.questions(2 * setting.calls(), setting.calls());
      rows.addAll(rows(GET, timed(athena, GET, "id", ids), answer));
      rows.addAll(rows(RECALL, timed(athena, RECALL, "query", others), answer));
      rows.addAll(new Throughput(athena, facts).rows(setting.calls() * 10));
    }
    return rows;
  }

  private static JsonObject inside(Scratch athena, List<String> ids, List<String> questions)
      throws IOException {
    String above = "ids, questions = %s, %s".formatted(array(ids), array(questions));
    String program = Programs.with(above, "calls.py");
    JsonObject arguments = Scratch.program(Language.PYTHON, program);
    return (JsonObject) athena.call("execute_code", arguments);
  }

  private static List<Row> rows(String operation, Times inProcess, JsonObject answer)
      throws IOException {
    JsonObject measured = (JsonObject) Scratch.result(answer);
    Times inside = Times.of(measured.find(operation).orElse(Json.Null.VALUE));
    double own = ownMillis(operation, answer);
    return List.of(
        inside.rowWithMean(operation + " from Python in the sandbox"),
        inProcess.rowWithMean(operation + " in process"),
        Row.difference(operation + ", besides its own work", inside.mean() - own)
            .atMost(ADDED_MAX)
            .noting(String.format(Locale.ROOT, "means, own work %.2f", own)));
  }

  /** Returns how long a call took inside Athena, in the mean of those that a program made. */
  private static double ownMillis(String operation, JsonObject answer) throws IOException {
    for (Json one : answer.array("api_calls").map(JsonArray::values).orElse(List.of())) {
      JsonObject called = (JsonObject) one;
      if (called.text("operation").orElse("").equals(operation)) {
        double all = ((Json.Num) called.find("took_ms").orElseThrow()).value().doubleValue();
        return all / called.whole("calls").orElseThrow();
      }
    }
    throw new IOException("the program did not call " + operation);
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
