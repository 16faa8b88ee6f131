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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The duty of computing the vectors that are pending, a batch at a time.
 *
 * <p>A thread runs it in the background, a test steps it by hand. Two fillers at once do no harm
 * but double work.
 */
public final class VectorFiller {
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
    return storage.read(tx -> !missing(tx, 1).isEmpty());
  }

  /**
   * Computes up to {@code limit} vectors and returns how many; 0 when none is pending. Those of the
   * memories' own words come first: with them everything is found by meaning.
   *
   * @throws dev.athena.embedding.EmbeddingFailure if the model fails; nothing was changed then
   */
  public int doWork(int limit) {
    List<Missing> batch = storage.read(tx -> missing(tx, limit));
    if (batch.isEmpty()) {
      return 0;
    }
    List<Vector> vectors = embedder.embedPassages(batch.stream().map(Missing::text).toList());
    storage.write(tx -> {
      IndexStore index = tx.store(IndexStore.class);
      if (index.adoptedModel().isEmpty()) {
        index.adoptModel(embedder.model(), embedder.centre());
      }
      for (int i = 0; i < batch.size(); i++) {
        put(index, batch.get(i), vectors.get(i));
      }
      return true;
    });
    return batch.size();
  }

  /** A vector that is pending, and the text it is to be made of. */
  private record Missing(PendingEntry entry, String text, Part part) {}

  private enum Part {
    ALL,
    OWN_BEFORE_CONTEXT,
    CONTEXT
  }

  private void put(IndexStore index, Missing missing, Vector vector) {
    String model = embedder.model();
    switch (missing.part()) {
      case ALL -> index.putVectors(missing.entry(), model, new Vectors(vector, null));
      case OWN_BEFORE_CONTEXT ->
          index.putVectors(missing.entry(), model, new Vectors(vector, null, true));
      case CONTEXT -> index.putContextVector(missing.entry(), model, vector);
    }
  }

  private List<Missing> missing(Transaction tx, int limit) {
    if (isSuperseded(tx)) {
      return List.of();
    }
    IndexStore index = tx.store(IndexStore.class);
    List<Missing> own =
        index.pending(limit).stream().flatMap(entry -> own(tx, entry).stream()).toList();
    return own.isEmpty()
        ? index.contextPending(limit).stream()
            .flatMap(entry -> inContext(tx, entry).stream())
            .toList()
        : own;
  }

  private static Optional<Missing> own(Transaction tx, PendingEntry entry) {
    Optional<? extends Memory> memory =
        switch (entry.id().kind()) {
          case EPISODIC -> tx.store(EpisodeStore.class).find(entry.namespace(), entry.id());
          case SEMANTIC -> tx.store(FactStore.class).find(entry.namespace(), entry.id());
          case PROCEDURAL -> tx.store(ProcedureStore.class).find(entry.namespace(), entry.id());
        };
    return memory.map(one ->
        new Missing(
            entry,
            Passages.own(one),
            Passages.hasContext(one) ? Part.OWN_BEFORE_CONTEXT : Part.ALL));
  }

  private static Optional<Missing> inContext(Transaction tx, PendingEntry entry) {
    EpisodeStore episodes = tx.store(EpisodeStore.class);
    return episodes
        .find(entry.namespace(), entry.id())
        .map(episode ->
            new Missing(
                entry, Passages.inContext(episode, before(episodes, episode)), Part.CONTEXT));
  }

  private static @Nullable Episode before(EpisodeStore episodes, Episode episode) {
    MemoryId first = episodes.neighbourhood(episode.namespace(), episode.id(), 1).getFirst();
    return first.equals(episode.id())
        ? null
        : episodes.find(episode.namespace(), first).orElse(null);
  }
}
