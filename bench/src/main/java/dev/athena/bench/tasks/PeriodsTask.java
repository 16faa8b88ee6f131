package dev.athena.bench.tasks;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.List;

/** Compares two periods. */
record PeriodsTask() implements Task {
  @Override
  public String title() {
    return "compare two periods";
  }

  @Override
  public String request() {
    return "Compare June with October: appointments, notes, and how many of each are about family, about"
        + " the store, about health?";
  }

  @Override
  public Json byTools(Agent agent) throws IOException {
    List<JsonObject> found =
        agent.lists(
            List.of(
                Periods.in("calendar", "2025-06-01", "2025-06-30"),
                Periods.in("note", "2025-06-01", "2025-06-30"),
                Periods.in("calendar", "2025-10-01", "2025-10-31"),
                Periods.in("note", "2025-10-01", "2025-10-31")));
    JsonObject.Builder months = JsonObject.builder();
    for (String month : List.of("2025-06", "2025-10")) {
      for (String type : List.of("calendar", "note")) {
        List<JsonObject> these =
            found.stream()
                .filter(event -> Events.day(event).startsWith(month))
                .filter(event -> Events.type(event).equals(type))
                .toList();
        months.put(month + " " + type, counted(these));
      }
    }
    return months.build();
  }

  @Override
  public Plan byCode() {
    return new Plan(List.of("recall_episodic"), Language.PYTHON, "periods.py");
  }

  private static JsonObject counted(List<JsonObject> events) {
    JsonObject.Builder counts = JsonObject.builder().put("all", events.size());
    for (String word : List.of("family", "store", "health")) {
      counts.put(word, events.stream().filter(event -> Events.mentions(event, word)).count());
    }
    return counts.build();
  }
}
