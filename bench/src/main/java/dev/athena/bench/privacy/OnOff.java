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
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Two memories with the same in them, one with everything on and one with everything off. */
final class OnOff implements AutoCloseable {
  private static final Caller CALLER = Caller.local(Namespace.ofProject("bench"));
  private static final int BATCH = 500;

  /** So many calls of one are followed by as many of the other. */
  private static final int TURN = 10;

  private final BenchHome onHome = BenchHome.create();
  private final BenchHome offHome = BenchHome.create();
  private final Engine on = BenchHome.openEngine(onHome.folder());
  private final Engine off = BenchHome.openOpenEngine(offHome.folder());

  OnOff() throws IOException {}

  /** Stores texts in both, and computes their vectors. */
  void fill(List<String> texts, Consumer<String> progress) {
    for (Engine engine : List.of(on, off)) {
      long start = System.nanoTime();
      for (int i = 0; i < texts.size(); i += BATCH) {
        List<Json> items =
            texts.subList(i, Math.min(texts.size(), i + BATCH)).stream()
                .map(text ->
                    (Json)
                        JsonObject.builder().put("kind", "episodic").put("content", text).build())
                .toList();
        engine
            .operations()
            .call(
                CALLER,
                "remember_many",
                JsonObject.builder().put("items", new JsonArray(items)).build());
      }
      progress.accept(
          String.format(
              Locale.ROOT,
              "%s: remember_many %.0f a second",
              engine == on ? "on" : "off",
              texts.size() / ((System.nanoTime() - start) / 1e9)));
      engine.background().fillVectors();
    }
  }

  /** Remembers texts one by one in both, in turns; returns the times with on first. */
  List<Timing> remember(List<String> texts) {
    return inTurns(
        texts, (memory, text) -> memory.rememberEpisodic(text, "action", EpisodeContext.NONE));
  }

  /** Asks questions of both, in turns; returns the times with on first. */
  List<Timing> recall(List<String> questions) {
    return inTurns(questions, (memory, question) -> memory.recall(question, 10, null));
  }

  private List<Timing> inTurns(List<String> texts, BiConsumer<MemoryApi, String> call) {
    List<MemoryApi> memories = List.of(on.memory(CALLER), off.memory(CALLER));
    long[][] nanos = new long[2][texts.size()];
    for (int from = 0; from < texts.size(); from += TURN) {
      int first = from / TURN % 2;
      for (int which : new int[] {first, 1 - first}) {
        for (int i = from; i < Math.min(texts.size(), from + TURN); i++) {
          long start = System.nanoTime();
          call.accept(memories.get(which), texts.get(i));
          nanos[which][i] = System.nanoTime() - start;
        }
      }
    }
    return List.of(Timing.of(nanos[0]), Timing.of(nanos[1]));
  }

  @Override
  public void close() throws IOException {
    on.close();
    off.close();
    onHome.close();
    offHome.close();
  }
}
