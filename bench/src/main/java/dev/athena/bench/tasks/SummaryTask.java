package dev.athena.bench.tasks;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.List;

/** Finds and sums up. */
record SummaryTask() implements Task {
  @Override
  public String title() {
    return "find and summarise";
  }

  @Override
  public String request() {
    return "What do we have about the Hangzhou pop-up store: how much in which month, of what sort,"
        + " and the three best entries?";
  }

  @Override
  public Json byTools(Agent agent) throws IOException {
    List<JsonObject> found =
        agent
            .list(Request.of("recall_episodic", "query", "Hangzhou pop-up store", "limit", 60))
            .stream()
            .filter(event -> Events.mentions(event, "pop-up"))
            .toList();
    return JsonObject.builder()
        .put("by_month", Counts.of(found, event -> Events.day(event).substring(0, 7)).json())
        .put("by_type", Counts.of(found, Events::type).json())
        .put("best", Json.ofTexts(found.stream().limit(3).map(Events::head).toList()))
        .build();
  }

  @Override
  public Plan byCode() {
    return new Plan(List.of("recall_episodic"), Language.PYTHON, "summary.py");
  }
}
