package dev.athena.bench.latency;

import dev.athena.app.engine.Engine;
import dev.athena.index.IndexStore;
import dev.athena.index.PendingEntry;
import dev.athena.json.JsonObject;
import dev.athena.operation.MemoryApi;
import dev.athena.principal.Caller;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Fills a home with a corpus: the texts by the front door, the vectors by the index. */
final class Filling {
  private static final int BATCH = 2_000;
  private static final int REPORTED_EVERY = 100_000;

  /** How many texts are embedded by the model itself, to derive the others from. */
  private static final int EMBEDDED = 500;

  private final Engine engine;
  private final Corpus corpus;
  private final Consumer<String> progress;

  Filling(Engine engine, Corpus corpus, Consumer<String> progress) {
    this.engine = engine;
    this.corpus = corpus;
    this.progress = progress;
  }

  /** Fills the home, and returns how many memories a second were remembered. */
  JsonObject run(Caller caller) {
    long start = System.nanoTime();
    MemoryApi memory = engine.memory(caller);
    for (int from = 0; from < corpus.size(); from += BATCH) {
      memory.rememberMany(
          IntStream.range(from, Math.min(corpus.size(), from + BATCH))
              .mapToObj(corpus::item)
              .toList());
      report(from, "remembered");
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    progress.accept("embedding " + EMBEDDED + " texts to derive vectors from");
    putVectors(EMBEDDED);
    return JsonObject.builder()
        .put("remember_many_per_second", Math.round(corpus.size() / seconds))
        .build();
  }

  /** Puts vectors in place of all that are pending, derived from {@code embedded} real ones. */
  void putVectors(int embedded) {
    DerivedVectors vectors = DerivedVectors.from(engine.embedder(), corpus, embedded);
    String model = engine.embedder().model();
    engine
        .storage()
        .write(tx -> {
          tx.store(IndexStore.class).adoptModel(model, engine.embedder().centre());
          return true;
        });
    List<PendingEntry> pending = pending();
    for (int done = 0; !pending.isEmpty(); done += BATCH) {
      List<PendingEntry> batch = pending;
      engine
          .storage()
          .write(tx -> {
            IndexStore index = tx.store(IndexStore.class);
            batch.forEach(
                entry -> index.putVectors(entry, model, vectors.of(entry.id().value().hashCode())));
            return true;
          });
      report(done, "vectors put");
      pending = pending();
    }
  }

  private List<PendingEntry> pending() {
    return engine.storage().read(tx -> tx.store(IndexStore.class).pending(BATCH));
  }

  private void report(int done, String what) {
    if (done % REPORTED_EVERY == 0 && done > 0) {
      progress.accept("%,d of %,d %s".formatted(done, corpus.size(), what));
    }
  }
}
