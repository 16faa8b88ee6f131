package dev.athena.bench.tasks;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Cleans up. */
record DuplicatesTask() implements Task {
  @Override
  public String title() {
    return "clean up duplicates";
  }

  @Override
  public String request() {
    return "Some numbers of my regular contacts are noted twice, with and without +86. Forget those"
        + " without.";
  }

  @Override
  public Json byTools(Agent agent) throws IOException {
    List<JsonObject> facts =
        agent.list(
            Request.of(
                "recall_semantic",
                "query",
                "phone number",
                "tags",
                Json.ofTexts(List.of("regular")),
                "limit",
                100));
    Set<String> all = facts.stream().map(Events::content).collect(Collectors.toSet());
    List<JsonObject> twice = facts.stream().filter(fact -> isTwice(fact, all)).toList();
    List<JsonObject> removed =
        agent.calls(
            twice.stream().map(fact -> Request.of("forget", "id", Events.id(fact))).toList());
    return JsonObject.builder()
        .put("forgotten", Json.ofTexts(twice.stream().map(Events::content).sorted().toList()))
        .put("removed", removed.stream().mapToLong(one -> one.whole("semantic").orElse(0L)).sum())
        .put("left", facts.size() - twice.size())
        .build();
  }

  @Override
  public Plan byCode() {
    return new Plan(List.of("recall_semantic", "forget"), Language.PYTHON, "duplicates.py");
  }

  private static boolean isTwice(JsonObject fact, Set<String> all) {
    String content = Events.content(fact);
    return content.contains(" is 1") && all.contains(content.replace(" is 1", " is +861"));
  }
}
