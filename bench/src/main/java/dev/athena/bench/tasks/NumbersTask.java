package dev.athena.bench.tasks;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.List;

/** Joins episodes with facts. */
record NumbersTask() implements Task {
  @Override
  public String title() {
    return "join messages with facts";
  }

  @Override
  public String request() {
    return "Give me the phone numbers of all I wrote with in June.";
  }

  @Override
  public Json byTools(Agent agent) throws IOException {
    List<JsonObject> messages = agent.list(Periods.in("sms", "2025-06-01", "2025-06-30"));
    List<String> names = messages.stream().map(Events::contact).distinct().sorted().toList();
    List<JsonObject> answers = agent.calls(names.stream().map(NumbersTask::asked).toList());
    JsonObject.Builder numbers = JsonObject.builder();
    for (int i = 0; i < names.size(); i++) {
      numbers.put(names.get(i), Json.ofTexts(numbers(names.get(i), answers.get(i))));
    }
    return numbers.build();
  }

  @Override
  public Plan byCode() {
    return new Plan(
        List.of("recall_episodic", "recall_semantic"), Language.JAVASCRIPT, "numbers.mjs");
  }

  private static Request asked(String name) {
    JsonArray tags = Json.ofTexts(List.of("contact"));
    return Request.of(
        "recall_semantic", "query", name + "'s phone number", "tags", tags, "limit", 3);
  }

  private static List<String> numbers(String name, JsonObject answer) {
    return Agent.results(answer).stream()
        .map(Events::content)
        .filter(content -> content.startsWith(name + "'s "))
        .map(content -> content.replaceAll("^.* is |\\.$", ""))
        .sorted()
        .toList();
  }
}
