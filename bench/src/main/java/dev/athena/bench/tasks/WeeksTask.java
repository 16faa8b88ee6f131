package dev.athena.bench.tasks;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;

/** Counts by week. */
record WeeksTask() implements Task {
  @Override
  public String title() {
    return "count by week";
  }

  @Override
  public String request() {
    return "How many messages did I exchange in each week of August and September, and with whom"
        + " most?";
  }

  @Override
  public Json byTools(Agent agent) throws IOException {
    List<JsonObject> messages =
        agent.lists(
            List.of(
                Periods.in("sms", "2025-08-01", "2025-08-31"),
                Periods.in("sms", "2025-09-01", "2025-09-15"),
                Periods.in("sms", "2025-09-16", "2025-09-30")));
    Counts contacts = Counts.of(messages, Events::contact);
    return JsonObject.builder()
        .put("weeks", Counts.of(messages, WeeksTask::week).json())
        .put("most", Json.ofTexts(contacts.ranked().subList(0, 3)))
        .build();
  }

  @Override
  public Plan byCode() {
    return new Plan(List.of("recall_episodic"), Language.PYTHON, "weeks.py");
  }

  private static String week(JsonObject message) {
    LocalDate day = LocalDate.parse(Events.day(message));
    return "%d-W%02d"
        .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
