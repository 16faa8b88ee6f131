package dev.athena.bench.latency;

import dev.athena.app.engine.BackgroundWork;
import dev.athena.app.engine.Engine;
import dev.athena.bench.latency.Asking.Question;
import dev.athena.episodic.EpisodeContext;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.operation.MemoryApi;
import dev.athena.principal.Caller;
import dev.athena.recall.VectorFiller;
import dev.athena.semantic.FactMetadata;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Measures a filled home in a fresh process. */
final class Measuring {
  private static final int WARM_UP_EACH = 40;
  private static final int ASKED_EACH = 60;
  private static final int REMEMBERED = 300;
  private static final int LONG_REMEMBERED = 60;
  private static final int LONG_TEXT = 7_900;
  private static final int FOUND_AT_ONCE = 20;
  private static final int MANY = 10_000;
  private static final int EMBEDDED = 320;
  private static final int BASE_VECTORS = 16;

  private final Engine engine;
  private final Caller caller;
  private final Corpus corpus;
  private final Consumer<String> progress;
  private final MemoryApi memory;
  private final SplittableRandom random = new SplittableRandom(7);

  Measuring(Engine engine, Caller caller, Corpus corpus, Consumer<String> progress) {
    this.engine = engine;
    this.caller = caller;
    this.corpus = corpus;
    this.progress = progress;
    this.memory = engine.memory(caller);
  }

  /** Returns all figures; the first call made is the first recall. */
  JsonObject run() throws IOException {
    JsonObject.Builder figures =
        JsonObject.builder().put("size", corpus.size()).put("rss_idle_mb", Resident.megabytes());
    ask(Asking.questions(corpus, 1, 1).getFirst());
    long sinceStart =
        System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    figures.put("first_recall_ms", sinceStart);
    putRecall(figures);
    figures.put("rss_recalling_mb", Resident.megabytes());
    putRemember(figures);
    return figures.put("rss_end_mb", Resident.megabytes()).build();
  }

  private void putRecall(JsonObject.Builder figures) {
    Asking.questions(corpus, WARM_UP_EACH, 2).forEach(this::ask);
    List<Question> questions = Asking.questions(corpus, ASKED_EACH, 3);
    long[] nanos = timed(questions.size(), i -> ask(questions.get(i)));
    long[] model =
        timed(questions.size(), i -> engine.embedder().embedQuestion(questions.get(i).text()));
    figures.put("recall", Percentiles.ofNanos(nanos).json());
    figures.put("recall_model", Percentiles.ofNanos(model).json());
    Asking.byKind(questions, nanos)
        .forEach((kind, spread) ->
            figures.put("recall_" + kind.name().toLowerCase(Locale.ROOT), spread.json()));
    progress.accept("recall measured");
  }

  private void putRemember(JsonObject.Builder figures) {
    rememberMany(1_000);
    figures.put("remember_many_per_second", Math.round(MANY / rememberMany(MANY)));
    putFillRates(figures);
    engine.background().start();
    timed(REMEMBERED, i -> rememberShort("warm " + i));
    figures.put("remember", Percentiles.ofNanos(timed(REMEMBERED, i -> rememberShort("x"))).json());
    long[] longTexts = timed(LONG_REMEMBERED, _ -> rememberLong());
    figures.put("remember_8000", Percentiles.ofNanos(longTexts).json());
    figures.put(
        "found_by_next_call", IntStream.range(0, FOUND_AT_ONCE).filter(this::isFoundNext).count());
    figures.put("found_by_next_call_of", FOUND_AT_ONCE);
  }

  private void ask(Question question) {
    question.ask(memory, corpus);
  }

  private void rememberShort(String prefix) {
    String text = corpus.text(random.nextInt(Integer.MAX_VALUE));
    memory.rememberEpisodic(prefix + " " + text, "action", EpisodeContext.NONE);
  }

  private void rememberLong() {
    memory.rememberSemantic(corpus.longText(random, LONG_TEXT), FactMetadata.NONE);
  }

  private double rememberMany(int count) {
    int from = corpus.size() + random.nextInt(Integer.MAX_VALUE / 2);
    List<JsonObject> items = IntStream.range(from, from + count).mapToObj(corpus::item).toList();
    long start = System.nanoTime();
    engine.memory(caller).rememberMany(items);
    return (System.nanoTime() - start) / 1e9;
  }

  /** Has the model compute some of the pending vectors, and those in context of the same. */
  private void putFillRates(JsonObject.Builder figures) {
    figures.put("vectors_per_second", fillRate());
    new Filling(engine, corpus, progress).putVectors(BASE_VECTORS);
    figures.put("context_vectors_per_second", fillRate());
  }

  private long fillRate() {
    VectorFiller filler = new VectorFiller(engine.storage(), engine.embedder());
    long start = System.nanoTime();
    int filled = 0;
    int computed = 1;
    while (computed > 0 && filled < EMBEDDED) {
      computed = filler.doWork(BackgroundWork.STEP);
      filled += computed;
    }
    return Math.round(filled / ((System.nanoTime() - start) / 1e9));
  }

  private boolean isFoundNext(int i) {
    String name = "Quorvex" + (char) ('a' + i) + random.nextInt(100_000);
    MemoryId id =
        memory.rememberSemantic("The owner of " + name + " left.", FactMetadata.NONE).id();
    return memory.recall("Who owned " + name + "?", 5, null).stream()
        .anyMatch(found -> found.id().equals(id));
  }

  private static long[] timed(int times, IntConsumer call) {
    long[] nanos = new long[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      call.accept(i);
      nanos[i] = System.nanoTime() - start;
    }
    return nanos;
  }
}
