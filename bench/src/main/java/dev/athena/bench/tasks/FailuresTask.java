package dev.athena.bench.tasks;

import dev.athena.execution.Language;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts failures by file. */
record FailuresTask() implements Task {
  private static final int PAGE = 20;

  @Override
  public String title() {
    return "failures by file";
  }

  @Override
  public String request() {
    return "In which files did the commits that speak of something failing change most often?";
  }

  @Override
  public Json byTools(Agent agent) throws IOException {
    Map<String, JsonObject> commits = new LinkedHashMap<>();
    List<JsonObject> page =
        agent.list(Request.of("recall_episodic", "event_type", "commit", "limit", PAGE));
    while (true) {
      int before = commits.size();
      page.forEach(commit -> commits.putIfAbsent(Events.id(commit), commit));
      if (page.size() < PAGE || commits.size() == before) {
        return answer(
            commits.values().stream().filter(one -> Events.mentions(one, "fail")).toList());
      }
      page = agent.list(older(page.getLast()));
    }
  }

  @Override
  public Plan byCode() {
    return new Plan(List.of("recall_episodic"), Language.PYTHON, "failures.py");
  }

  /** The next page begins in the second that this one ends in: commits may share it. */
  private static Request older(JsonObject last) {
    Instant end = Instant.parse(Events.time(last)).plusSeconds(1);
    JsonObject range = JsonObject.builder().put("to", end.toString()).build();
    return Request.of(
        "recall_episodic", "event_type", "commit", "time_range", range, "limit", PAGE);
  }

  private static Json answer(List<JsonObject> failing) {
    List<String> files =
        failing.stream()
            .flatMap(commit -> commit.object("context").stream())
            .flatMap(context -> context.array("files").stream())
            .flatMap(array -> array.values().stream())
            .map(file -> ((Json.Text) file).value())
            .toList();
    Counts counts = Counts.of(files, file -> file);
    JsonObject.Builder most = JsonObject.builder();
    counts.ranked().stream().limit(5).forEach(file -> most.put(file, counts.count(file)));
    return JsonObject.builder().put("commits", failing.size()).put("most", most.build()).build();
  }
}
