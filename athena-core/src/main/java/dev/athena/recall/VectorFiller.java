package dev.athena.recall;

import dev.athena.embedding.Embedder;
import dev.athena.embedding.Vector;
import dev.athena.episodic.Episode;
import dev.athena.episodic.EpisodeStore;
import dev.athena.index.IndexStore;
import dev.athena.index.PendingEntry;
import dev.athena.index.Vectors;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryId;
import dev.athena.procedural.ProcedureStore;
import dev.athena.semantic.FactStore;
import dev.athena.storage.Storage;
import dev.athena.storage.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The duty of computing the vectors that are pending, a batch at a time.
 *
 * <p>A thread runs it in the background, a test steps it by hand. Two fillers at once do no harm
 * but double work.
 */
public final class VectorFiller {
  /** How many memories one step takes. */
  private static final int BATCH = 32;

  private final Storage storage;
  private final Embedder embedder;

  public VectorFiller(Storage storage, Embedder embedder) {
    this.storage = storage;
    this.embedder = embedder;
  }

  /** Makes the vectors of this model those that count; those of any other are pending then. */
  public void adoptModel() {
    if (storage.read(tx -> adopted(tx).filter(embedder.model()::equals).isPresent())) {
      return;
    }
    storage.write(tx -> {
      tx.store(IndexStore.class).adoptModel(embedder.model(), embedder.centre());
      return true;
    });
  }

  /**
   * Returns whether another model was adopted since, as by an Athena that was started later with
   * other settings. This filler has nothing to do then.
   */
  public boolean isSuperseded() {
    return storage.read(this::isSuperseded);
  }

  private boolean isSuperseded(Transaction tx) {
    return adopted(tx).filter(model -> !model.equals(embedder.model())).isPresent();
  }

  private static Optional<String> adopted(Transaction tx) {
    return tx.store(IndexStore.class).adoptedModel();
  }

  /** Returns whether any vector is pending. */
  public boolean hasWork() {
    return storage.read(tx -> !pending(tx, 1).isEmpty());
  }

  /**
   * Computes the vectors of a batch and returns how many memories it took; 0 when none is pending.
   *
   * @throws dev.athena.embedding.EmbeddingFailure if the model fails; nothing was changed then
   */
  public int doWork() {
    return doWork(BATCH);
  }

  /** Does the same for at most {@code limit} memories. */
  public int doWork(int limit) {
    return doWork(limit, embedder::embedPassages);
  }

  /** Does the same for one memory, and a text at a time, which leaves most of the machine free. */
  public int doGentleWork() {
    return doWork(1, this::embedInTurn);
  }

  private List<Vector> embedInTurn(List<String> texts) {
    return texts.stream().map(text -> embedder.embedPassages(List.of(text)).getFirst()).toList();
  }

  private int doWork(int limit, Function<List<String>, List<Vector>> model) {
    Map<PendingEntry, Passages> batch = storage.read(tx -> pending(tx, limit));
    if (batch.isEmpty()) {
      return 0;
    }
    Map<PendingEntry, Vectors> computed = embed(batch, model);
    storage.write(tx -> {
      IndexStore index = tx.store(IndexStore.class);
      if (index.adoptedModel().isEmpty()) {
        index.adoptModel(embedder.model(), embedder.centre());
      }
      computed.forEach((place, vectors) -> index.putVectors(place, embedder.model(), vectors));
      return true;
    });
    return batch.size();
  }

  private static Map<PendingEntry, Vectors> embed(
      Map<PendingEntry, Passages> batch, Function<List<String>, List<Vector>> model) {
    List<String> texts = new ArrayList<>();
    for (Passages passages : batch.values()) {
      texts.add(passages.own());
      String context = passages.context();
      if (context != null) {
        texts.add(context);
      }
    }
    List<Vector> vectors = model.apply(texts);
    Map<PendingEntry, Vectors> computed = new LinkedHashMap<>();
    int next = 0;
    for (Map.Entry<PendingEntry, Passages> entry : batch.entrySet()) {
      Vector own = vectors.get(next++);
      Vector context = entry.getValue().context() == null ? null : vectors.get(next++);
      computed.put(entry.getKey(), new Vectors(own, context));
    }
    return computed;
  }

  private Map<PendingEntry, Passages> pending(Transaction tx, int limit) {
    Map<PendingEntry, Passages> batch = new LinkedHashMap<>();
    if (isSuperseded(tx)) {
      return batch;
    }
    for (PendingEntry place : tx.store(IndexStore.class).pending(limit)) {
      memory(tx, place).ifPresent(memory -> batch.put(place, passages(tx, memory)));
    }
    return batch;
  }

  private static Optional<? extends Memory> memory(Transaction tx, PendingEntry place) {
    return switch (place.id().kind()) {
      case EPISODIC -> tx.store(EpisodeStore.class).find(place.namespace(), place.id());
      case SEMANTIC -> tx.store(FactStore.class).find(place.namespace(), place.id());
      case PROCEDURAL -> tx.store(ProcedureStore.class).find(place.namespace(), place.id());
    };
  }

  private static Passages passages(Transaction tx, Memory memory) {
    Episode before = memory instanceof Episode episode ? before(tx, episode) : null;
    return Passages.of(memory, before);
  }

  private static @Nullable Episode before(Transaction tx, Episode episode) {
    if (episode.sessionId() == null) {
      return null;
    }
    EpisodeStore episodes = tx.store(EpisodeStore.class);
    List<MemoryId> around = episodes.neighbourhood(episode.namespace(), episode.id(), 1);
    MemoryId first = around.getFirst();
    return first.equals(episode.id())
        ? null
        : episodes.find(episode.namespace(), first).orElse(null);
  }
}
