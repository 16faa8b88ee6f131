package dev.athena.bench.privacy;

import dev.athena.app.engine.Engine;
import dev.athena.bench.home.BenchHome;
import dev.athena.episodic.EpisodeContext;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.operation.MemoryApi;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Memories with the same in them, of which more or less is protected. */
final class Compared implements AutoCloseable {
  private static final Caller CALLER = Caller.local(Namespace.ofProject("bench"));
  private static final int BATCH = 500;

  /** So many calls of one are followed by as many of the next. */
  private static final int TURN = 10;

  /** How a home is opened, and what that is called. */
  record Way(String told, Function<Path, Engine> opening) {}

  /** All on; as after {@code athena config set privacy off}; and sealed neither, as nobody can. */
  static final List<Way> WAYS =
      List.of(
          new Way("all on", BenchHome::openEngine),
          new Way("privacy off", BenchHome::openUnredactedEngine),
          new Way("all off", BenchHome::openOpenEngine));

  private final List<BenchHome> homes = new ArrayList<>();

  /** One for each way. */
  private final List<Engine> engines = new ArrayList<>();

  Compared() throws IOException {
    for (Way way : WAYS) {
      BenchHome home = BenchHome.create();
      homes.add(home);
      engines.add(way.opening().apply(home.folder()));
    }
  }

  /** Stores texts in all, and computes their vectors. */
  void fill(List<String> texts, Consumer<String> progress) {
    for (int which = 0; which < engines.size(); which++) {
      Engine engine = engines.get(which);
      long start = System.nanoTime();
      for (int i = 0; i < texts.size(); i += BATCH) {
        remember(engine, texts.subList(i, Math.min(texts.size(), i + BATCH)));
      }
      double aSecond = texts.size() / ((System.nanoTime() - start) / 1e9);
      String told = WAYS.get(which).told();
      progress.accept(String.format(Locale.ROOT, "%s: remember_many %.0f a second", told, aSecond));
      engine.background().fillVectors();
    }
  }

  private static void remember(Engine engine, List<String> texts) {
    List<Json> items =
        texts.stream()
            .map(text ->
                (Json) JsonObject.builder().put("kind", "episodic").put("content", text).build())
            .toList();
    engine
        .operations()
        .call(
            CALLER,
            "remember_many",
            JsonObject.builder().put("items", new JsonArray(items)).build());
  }

  /** Remembers texts one by one in all, in turns; returns the nanoseconds of each, by way. */
  List<long[]> remember(List<String> texts) {
    return inTurns(
        texts, (memory, text) -> memory.rememberEpisodic(text, "action", EpisodeContext.NONE));
  }

  /** Asks questions of all, in turns; returns the nanoseconds of each, by way. */
  List<long[]> recall(List<String> questions) {
    return inTurns(questions, (memory, question) -> memory.recall(question, 10, null));
  }

  private List<long[]> inTurns(List<String> texts, BiConsumer<MemoryApi, String> call) {
    List<MemoryApi> memories = engines.stream().map(engine -> engine.memory(CALLER)).toList();
    List<long[]> nanos = memories.stream().map(_ -> new long[texts.size()]).toList();
    for (int from = 0; from < texts.size(); from += TURN) {
      for (int turn = 0; turn < memories.size(); turn++) {
        int which = (from / TURN + turn) % memories.size();
        for (int i = from; i < Math.min(texts.size(), from + TURN); i++) {
          long start = System.nanoTime();
          call.accept(memories.get(which), texts.get(i));
          nanos.get(which)[i] = System.nanoTime() - start;
        }
      }
    }
    return nanos;
  }

  @Override
  public void close() throws IOException {
    engines.forEach(Engine::close);
    for (BenchHome home : homes) {
      home.close();
    }
  }
}
