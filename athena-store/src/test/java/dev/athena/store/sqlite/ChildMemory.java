package dev.athena.store.sqlite;

import dev.athena.episodic.EpisodeContext;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.operation.MemoryApi;
import dev.athena.operation.MemoryOperations;
import dev.athena.operation.Services;
import dev.athena.principal.Namespace;
import dev.athena.procedural.ProcedureMetadata;
import dev.athena.recall.VectorFiller;
import dev.athena.semantic.FactMetadata;
import dev.athena.storage.Storage;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.testkit.WordsEmbedder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process of its own that writes to a home until it is killed, or takes part in a crowd.
 *
 * <p>It speaks in lines: {@code ready}, then, told to begin, one line for each memory that was
 * acknowledged, after the acknowledgement, and one for each that is about to be forgotten, before
 * that.
 */
final class ChildMemory {
  static final Namespace PROJECT = Namespace.ofProject("shared");
  static final String ADDED = "+";
  static final String FORGETTING = "-";

  private final String name;
  private final Services services;
  private final MemoryApi api;
  private final VectorFiller filler;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));

  private ChildMemory(String name, Storage storage) {
    this.name = name;
    WordsEmbedder embedder = new WordsEmbedder();
    InstantSource clock = InstantSource.system();
    this.services =
        Services.of(
            new Services.Outside(
                storage,
                embedder,
                clock,
                ZoneOffset.UTC,
                new TimeOrderedIds(clock, new SecureRandom())),
            failure -> {
              throw failure;
            });
    this.api = new MemoryOperations(services, new JsonBinder(Map.of()), PROJECT);
    this.filler = new VectorFiller(storage, embedder);
  }

  /** Arguments: the home, a name of letters, {@code forever} or the names of the whole crowd. */
  public static void main(String[] arguments) throws IOException {
    try (Storage storage = SqliteStorage.open(Path.of(arguments[0]))) {
      ChildMemory child = new ChildMemory(arguments[1], storage);
      if (arguments[2].equals("forever")) {
        child.writeForever();
      } else {
        child.takePart(Integer.parseInt(arguments[3]), List.of(arguments[2].split(",", -1)));
      }
    }
  }

  private void writeForever() throws IOException {
    say("ready");
    in.readLine();
    List<MemoryId> known = new ArrayList<>();
    for (int i = 0; i < Integer.MAX_VALUE; i++) {
      MemoryId id =
          switch (i % 3) {
            case 0 -> api.rememberSemantic(text(i), FactMetadata.NONE).id();
            case 1 -> api.rememberEpisodic(text(i), "action", EpisodeContext.NONE).id();
            default -> api.rememberProcedural(text(i), text(i), ProcedureMetadata.NONE).id();
          };
      say(ADDED + id.value());
      known.add(id);
      if (i % 5 == 4) {
        api.updateMemory(known.get(i / 2), "Changed: " + text(i), null);
      }
      if (i % 7 == 6) {
        MemoryId old = known.get(i - 3);
        say(FORGETTING + old.value());
        api.forget(old, null, false);
        known.set(i - 3, id);
      }
      if (i % 11 == 10) {
        filler.doWork(32);
      }
    }
  }

  private void takePart(int count, List<String> names) throws IOException {
    say("ready");
    in.readLine();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      say(ADDED + api.rememberSemantic(text(i), FactMetadata.NONE).id().value());
      if (i % 20 == 19 && api.recall(name, 5, null).isEmpty()) {
        throw new IllegalStateException(name + " does not find its own");
      }
    }
    say("wrote in " + (System.nanoTime() - start) / 1_000_000);
    in.readLine();
    for (String other : names) {
      boolean found =
          api.recall("What does " + other + " know?", 5, null).stream()
              .anyMatch(memory -> memory.content().contains(other));
      if (!found) {
        throw new IllegalStateException(name + " does not find anything of " + other);
      }
    }
    say("found all");
    services.usage().flush();
  }

  private String text(int i) {
    return "%s knows thing %d of %s".formatted(name, i, JsonObject.EMPTY);
  }

  private void say(String line) {
    out.println(line);
  }
}
