package dev.athena.bench.tasks;

import dev.athena.app.transfer.source.GitSource;
import dev.athena.app.transfer.source.Intake;
import dev.athena.bench.recall.Dataset;
import dev.athena.bench.recall.Datasets;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is remembered before the tasks begin: the year of LifeBench and the first conversation of
 * LoCoMo as episodes, facts drawn from both, and the oldest commits of a Git repository.
 */
final class TaskData {
  private static final int COMMITS = 100;
  private static final String CONVERSATIONS = "locomo";
  private static final List<String> SETS = List.of("lifebench", CONVERSATIONS);

  private TaskData() {}

  /** Returns whether the data sets are in a folder or one level below. */
  static boolean isIn(Path folder) throws IOException {
    List<String> names = Datasets.in(folder).stream().map(Dataset::name).toList();
    return names.containsAll(SETS);
  }

  /** Returns all that is remembered, as {@code remember_many} takes it, in a fixed order. */
  static List<JsonObject> read(Path folder, Path repository) throws IOException {
    List<Dataset> all = Datasets.in(folder);
    List<JsonObject> memories = new ArrayList<>();
    for (String name : SETS) {
      first(all, name).items().forEach(item -> memories.add(withOffset(item.memory())));
    }
    memories.addAll(TaskFacts.contacts(folder));
    memories.addAll(TaskFacts.answers(folder, first(all, CONVERSATIONS)));
    memories.addAll(commits(repository));
    return memories;
  }

  private static Dataset first(List<Dataset> all, String name) throws IOException {
    return all.stream()
        .filter(dataset -> dataset.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IOException("the data set " + name + " is missing"));
  }

  /** A time without an offset would be another one in another zone. */
  private static JsonObject withOffset(JsonObject memory) {
    JsonObject context = memory.object("context").orElse(JsonObject.EMPTY);
    String time = context.text("timestamp").orElse("");
    return time.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")
        ? memory.with("context", context.with("timestamp", Json.of(time.replace(' ', 'T') + "Z")))
        : memory;
  }

  private static List<JsonObject> commits(Path repository) {
    List<JsonObject> commits = new ArrayList<>();
    try (GitSource source = GitSource.open(repository)) {
      source.read(new Commits(commits));
    }
    commits.sort(Comparator.comparing(TaskData::time).thenComparing(TaskData::hash));
    return commits.subList(0, Math.min(COMMITS, commits.size()));
  }

  private static String time(JsonObject commit) {
    return commit.object("context").flatMap(context -> context.text("timestamp")).orElse("");
  }

  private static String hash(JsonObject commit) {
    return commit.object("context").flatMap(context -> context.text("commit")).orElse("");
  }

  /** Takes all commits that are no merges. */
  private record Commits(List<JsonObject> taken) implements Intake {
    @Override
    public void take(Item item) {
      boolean merge =
          item.memory().object("context").filter(context -> context.has("merge")).isPresent();
      if (!merge) {
        taken.add(item.memory());
      }
    }

    @Override
    public void leaveOut(String place, String reason) {}

    @Override
    public void advance(long steps) {}
  }
}
