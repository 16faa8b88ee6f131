package dev.athena.bench.tasks;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds first and last mentions. */
record MentionsTask() implements Task {
  /** What is asked for, and the word by which one sees that it is meant. */
  private static final Map<String, String> TOPICS =
      new TreeMap<>(
          Map.of(
              "bank loan", "loan",
              "pop-up store", "pop-up",
              "trip to Western Sichuan", "sichuan",
              "gym", "gym",
              "birthday", "birthday"));

  @Override
  public String title() {
    return "first and last mention";
  }

  @Override
  public String request() {
    return "When did the bank loan, the pop-up store, the trip to Western Sichuan, the gym and birthdays"
        + " come up first and last?";
  }

  @Override
  public Json byTools(Agent agent) throws IOException {
    List<Request> requests =
        TOPICS.keySet().stream()
            .map(topic -> Request.of("recall_episodic", "query", topic, "limit", 50))
            .toList();
    List<JsonObject> answers = agent.calls(requests);
    JsonObject.Builder mentions = JsonObject.builder();
    Iterator<JsonObject> next = answers.iterator();
    TOPICS.forEach((topic, word) -> mentions.put(topic, mentions(next.next(), word)));
    return mentions.build();
  }

  @Override
  public Plan byCode() {
    return new Plan(List.of("recall_episodic"), Language.JAVASCRIPT, "mentions.mjs");
  }

  private static JsonObject mentions(JsonObject answer, String word) {
    List<String> days =
        Agent.results(answer).stream()
            .filter(event -> Events.mentions(event, word))
            .map(Events::day)
            .sorted()
            .toList();
    return JsonObject.builder()
        .put("first", days.getFirst())
        .put("last", days.getLast())
        .put("times", days.size())
        .build();
  }
}
