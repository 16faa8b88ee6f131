package dev.athena.bench.tasks;

import dev.athena.app.engine.Engine;
import dev.athena.bench.home.BenchHome;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A home that holds the memories of the tasks, and copies of it, each for one way of doing them.
 */
final class TaskHome {
  static final String PROJECT = "tasks";

  private static final int BATCH = 500;
  private static final String MARK = "filled";

  private final Path folder;

  private TaskHome(Path folder) {
    this.folder = folder;
  }

  /** Fills a home unless it is filled already. */
  static TaskHome filled(Path folder, List<JsonObject> memories, Consumer<String> progress)
      throws IOException {
    if (!Files.exists(folder.resolve(MARK))) {
      Files.createDirectories(folder);
      try (Engine engine = BenchHome.openEngine(folder)) {
        Caller caller = Caller.local(Namespace.ofProject(PROJECT));
        for (int from = 0; from < memories.size(); from += BATCH) {
          List<? extends Json> batch =
              memories.subList(from, Math.min(memories.size(), from + BATCH));
          JsonObject items =
              JsonObject.builder().put("items", new JsonArray(List.copyOf(batch))).build();
          engine.operations().call(caller, "remember_many", items);
        }
        progress.accept(memories.size() + " memories remembered; computing their vectors");
        engine.background().fillVectors();
      }
      Files.createFile(folder.resolve(MARK));
    }
    return new TaskHome(folder);
  }

  /** Copies the home to an empty folder. */
  void copyTo(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(folder.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
