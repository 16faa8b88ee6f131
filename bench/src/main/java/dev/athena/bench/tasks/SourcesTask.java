package dev.athena.bench.tasks;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks facts against what they were drawn from. */
record SourcesTask() implements Task {
  @Override
  public String title() {
    return "check facts against sources";
  }

  @Override
  public String request() {
    return "Check the facts on times from the talks of Caroline and Melanie: is each drawn from something"
        + " said by the one it is about?";
  }

  @Override
  public Json byTools(Agent agent) throws IOException {
    JsonArray tags = Json.ofTexts(List.of("conv-26", "temporal"));
    List<JsonObject> facts =
        agent.list(
            Request.of(
                "recall_semantic",
                "query",
                "When did Caroline or Melanie do something?",
                "tags",
                tags,
                "limit",
                100));
    List<Request> talks =
        List.of(
            Periods.in("conversation", "2023-05-01", "2023-07-31"),
            Periods.in("conversation", "2023-08-01", "2023-10-31"));
    Map<String, String> speakers = new HashMap<>();
    for (JsonObject turn : agent.lists(talks)) {
      String number = turn.object("context").flatMap(one -> one.text("turn")).orElse("");
      speakers.put(number, Events.head(turn));
    }
    List<String> wrong =
        facts.stream()
            .filter(
                fact -> !Events.content(fact).contains(speakers.getOrDefault(turn(fact), "nobody")))
            .map(Events::content)
            .sorted()
            .toList();
    return JsonObject.builder()
        .put("checked", facts.size())
        .put("wrong", Json.ofTexts(wrong))
        .build();
  }

  @Override
  public Plan byCode() {
    return new Plan(List.of("recall_semantic", "recall_episodic"), Language.PYTHON, "sources.py");
  }

  /** The turn that a fact names as its source, after the session. */
  private static String turn(JsonObject fact) {
    Json first = fact.array("sources").orElseThrow().values().getFirst();
    return ((Json.Text) first).value().split(" ", 2)[1];
  }
}
