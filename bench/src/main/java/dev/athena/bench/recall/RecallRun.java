package dev.athena.bench.recall;

import dev.athena.app.engine.Engine;
import dev.athena.bench.recall.Dataset.Item;
import dev.athena.bench.recall.Dataset.Question;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Remembers the items of a data set and asks its questions, all through the operations. */
final class RecallRun {
  private static final int BATCH = 500;
  private static final int DEPTH = 10;

  /**
   * What came of one question.
   *
   * @param keys what was found, best first
   * @param topScore the score of the first; 0 if nothing was found
   */
  record Asked(Dataset dataset, Question question, List<String> keys, double topScore) {}

  private final Engine engine;
  private final Consumer<String> progress;

  RecallRun(Engine engine, Consumer<String> progress) {
    this.engine = engine;
    this.progress = progress;
  }

  List<Asked> run(Dataset dataset) {
    Caller caller = Caller.local(Namespace.ofProject(dataset.name() + "-" + dataset.collection()));
    Map<String, String> keys = remember(caller, dataset.items());
    progress.accept(dataset.collection() + ": " + dataset.items().size() + " remembered");
    engine.background().fillVectors();
    progress.accept(dataset.collection() + ": vectors computed");
    List<Asked> asked =
        dataset.questions().stream().map(question -> ask(caller, dataset, question, keys)).toList();
    progress.accept(dataset.collection() + ": " + asked.size() + " questions asked");
    return asked;
  }

  /** Returns the keys of the items by the ids they were given. */
  private Map<String, String> remember(Caller caller, List<Item> items) {
    Map<String, String> keys = new HashMap<>();
    for (int from = 0; from < items.size(); from += BATCH) {
      List<Item> batch = items.subList(from, Math.min(items.size(), from + BATCH));
      JsonArray memories = new JsonArray(batch.stream().map(item -> (Json) item.memory()).toList());
      JsonObject arguments = JsonObject.builder().put("items", memories).build();
      List<Json> receipts =
          ((JsonArray) engine.operations().call(caller, "remember_many", arguments)).values();
      for (int i = 0; i < receipts.size(); i++) {
        String id = ((JsonObject) receipts.get(i)).text("id").orElse("");
        keys.putIfAbsent(id, batch.get(i).key());
      }
    }
    return keys;
  }

  private Asked ask(Caller caller, Dataset dataset, Question question, Map<String, String> keys) {
    JsonObject arguments =
        JsonObject.builder().put("query", question.text()).put("limit", DEPTH).build();
    JsonArray found = (JsonArray) engine.operations().call(caller, "recall", arguments);
    List<String> ranking = new ArrayList<>();
    double top = 0;
    for (Json one : found.values()) {
      JsonObject memory = (JsonObject) one;
      ranking.add(keys.getOrDefault(memory.text("id").orElse(""), ""));
      if (memory.find("score").orElse(Json.Null.VALUE) instanceof Json.Num(var score)) {
        top = Math.max(top, score.doubleValue());
      }
    }
    return new Asked(dataset, question, ranking, top);
  }
}
