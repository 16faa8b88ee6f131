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

  /** Sees to it that the vectors of any other model count as pending. */
  public void adoptModel() {
    storage.write(tx -> {
      tx.store(IndexStore.class).adoptModel(embedder.model());
      return true;
    });
  }

  /** Returns whether any vector is pending. */
  public boolean hasWork() {
    return storage.read(tx -> !tx.store(IndexStore.class).pending(1).isEmpty());
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
    Map<PendingEntry, Passages> batch = storage.read(tx -> pending(tx, limit));
    if (batch.isEmpty()) {
      return 0;
    }
    Map<PendingEntry, Vectors> computed = embed(batch);
    storage.write(tx -> {
      IndexStore index = tx.store(IndexStore.class);
      computed.forEach((place, vectors) -> index.putVectors(place, embedder.model(), vectors));
      return true;
    });
    return batch.size();
  }

  private Map<PendingEntry, Vectors> embed(Map<PendingEntry, Passages> batch) {
    List<String> texts = new ArrayList<>();
    for (Passages passages : batch.values()) {
      texts.add(passages.own());
      String context = passages.context();
      if (context != null) {
        texts.add(context);
      }
    }
    List<Vector> vectors = embedder.embedPassages(texts);
    Map<PendingEntry, Vectors> computed = new LinkedHashMap<>();
    int next = 0;
    for (Map.Entry<PendingEntry, Passages> entry : batch.entrySet()) {
      Vector own = vectors.get(next++);
      Vector context = entry.getValue().context() == null ? null : vectors.get(next++);
      computed.put(entry.getKey(), new Vectors(own, context));
    }
    return computed;
  }

  private static Map<PendingEntry, Passages> pending(Transaction tx, int limit) {
    Map<PendingEntry, Passages> batch = new LinkedHashMap<>();
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
