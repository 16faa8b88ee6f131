package dev.athena.bench.tasks;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.List;

/** Changes many memories. */
record TaggingTask() implements Task {
  @Override
  public String title() {
    return "tag in bulk";
  }

  @Override
  public String request() {
    return "Mark my appointments of this year that have to do with family with the topic family.";
  }

  @Override
  public Json byTools(Agent agent) throws IOException {
    List<JsonObject> family =
        agent
            .lists(
                List.of(
                    Periods.in("calendar", "2025-01-01", "2025-04-30"),
                    Periods.in("calendar", "2025-05-01", "2025-08-31"),
                    Periods.in("calendar", "2025-09-01", "2025-12-31")))
            .stream()
            .filter(event -> Events.mentions(event, "family"))
            .toList();
    JsonObject topic = JsonObject.builder().put("topic", "family").build();
    List<JsonObject> updated =
        agent.calls(
            family.stream()
                .map(
                    event -> Request.of("update_memory", "id", Events.id(event), "metadata", topic))
                .toList());
    return JsonObject.builder()
        .put("marked", updated.stream().filter(one -> one.whole("revision").orElse(0L) > 1).count())
        .put("days", Json.ofTexts(family.stream().map(Events::day).sorted().toList()))
        .build();
  }

  @Override
  public Plan byCode() {
    return new Plan(
        List.of("recall_episodic", "update_memory"), Language.JAVASCRIPT, "tagging.mjs");
  }
}
