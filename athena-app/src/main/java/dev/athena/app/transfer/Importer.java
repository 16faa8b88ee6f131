package dev.athena.app.transfer;

import dev.athena.app.context.Projects;
import dev.athena.app.engine.Engine;
import dev.athena.app.transfer.source.Intake;
import dev.athena.app.transfer.source.Source;
import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.memory.Remembered;
import dev.athena.operation.Archive;
import dev.athena.principal.Caller;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Takes in what a source reads, in batches that are durable one by one.
 *
 * <p>What is there already is not stored again, so an import can be repeated, and one that was
 * interrupted is finished by running it again.
 */
public final class Importer {
  /** The most memories stored in one step. */
  public static final int BATCH_MAX = 500;

  private static final long BATCH_CHARACTERS_MAX = 8_000_000;

  /** The failures of one memory, for which the others need not suffer. */
  private static final Set<ErrorCode> OF_ONE_ITEM =
      Set.of(ErrorCode.INVALID_ARGUMENT, ErrorCode.NOT_FOUND, ErrorCode.CONFLICT);

  private final Engine engine;
  private final Destination destination;

  /**
   * Where memories go.
   *
   * @param caller who imports, in the project of what names none
   * @param forAll whether that project takes all, whatever they name
   */
  public record Destination(Caller caller, boolean forAll) {}

  public Importer(Engine engine, Destination destination) {
    this.engine = engine;
    this.destination = destination;
  }

  /** Takes in all of {@code source}; tells {@code progress} of each step it comes further. */
  public ImportReport run(Source source, LongConsumer progress) {
    Run run = new Run(progress);
    source.read(run);
    run.end();
    return run.report;
  }

  /** One import under way. */
  private final class Run implements Intake {
    private final ImportReport report = new ImportReport();
    private final Map<String, List<Item>> waiting = new LinkedHashMap<>();
    private final Map<Path, String> projects = new HashMap<>();
    private final LongConsumer progress;
    private long characters;

    Run(LongConsumer progress) {
      this.progress = progress;
    }

    @Override
    public void take(Item item) {
      List<Item> batch = waiting.computeIfAbsent(projectOf(item), _ -> new ArrayList<>());
      batch.add(item);
      characters += JsonCodec.write(item.memory()).length();
      if (batch.size() >= BATCH_MAX || characters > BATCH_CHARACTERS_MAX) {
        end();
      }
    }

    @Override
    public void leaveOut(String place, String reason) {
      report.leftOut(place, reason);
    }

    @Override
    public void advance(long steps) {
      progress.accept(steps);
    }

    void end() {
      waiting.forEach(this::store);
      waiting.clear();
      characters = 0;
    }

    private String projectOf(Item item) {
      String present = destination.caller().namespace().project();
      if (destination.forAll()) {
        return present;
      }
      Path folder = item.folder();
      if (folder != null) {
        return projects.computeIfAbsent(folder, Projects::of);
      }
      return item.memory()
          .object(Archive.MARK)
          .flatMap(archived -> archived.text("project"))
          .filter(project -> !project.isBlank())
          .orElse(present);
    }

    private void store(String project, List<Item> batch) {
      List<Item> plain = batch.stream().filter(item -> !isArchived(item)).toList();
      List<Item> archived = batch.stream().filter(Run::isArchived).toList();
      store(project, plain, this::remember);
      store(project, archived, this::restore);
    }

    /** Stores a batch; one that is refused is stored in halves, to find the one at fault. */
    private void store(String project, List<Item> batch, Storing storing) {
      if (batch.isEmpty()) {
        return;
      }
      Caller caller = destination.caller().in(project);
      try {
        storing
            .store(caller, batch.stream().map(Item::memory).toList())
            .forEach(duplicate -> report.taken(project, duplicate));
      } catch (AthenaException refused) {
        if (!OF_ONE_ITEM.contains(refused.code())) {
          throw refused;
        }
        if (batch.size() == 1) {
          report.leftOut(batch.getFirst().place(), reason(refused));
          return;
        }
        int half = batch.size() / 2;
        store(project, batch.subList(0, half), storing);
        store(project, batch.subList(half, batch.size()), storing);
      }
    }

    private List<Boolean> remember(Caller caller, List<JsonObject> memories) {
      JsonObject arguments =
          JsonObject.builder().put("items", new JsonArray(List.copyOf(memories))).build();
      Json receipts = engine.operations().call(caller, "remember_many", arguments);
      return receipts instanceof JsonArray(List<Json> all)
          ? all.stream().map(Run::isDuplicate).toList()
          : List.of();
    }

    private List<Boolean> restore(Caller caller, List<JsonObject> memories) {
      return engine.archive(caller).restore(memories).stream()
          .map(Remembered.Duplicate.class::isInstance)
          .toList();
    }

    private static boolean isArchived(Item item) {
      return item.memory().has(Archive.MARK);
    }

    private static boolean isDuplicate(Json receipt) {
      return receipt instanceof JsonObject object
          && object.find("duplicate").equals(Optional.of(Json.of(true)));
    }

    private static String reason(AthenaException refused) {
      return refused
          .problem()
          .replaceFirst("^items\\[0\\][.:]? ?", "")
          .replace("; nothing was stored", "");
    }
  }

  /** Stores memories and says of each whether it was there. */
  @FunctionalInterface
  private interface Storing {
    List<Boolean> store(Caller caller, List<JsonObject> memories);
  }
}
