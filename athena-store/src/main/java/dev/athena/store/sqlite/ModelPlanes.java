package dev.athena.store.sqlite;

import dev.athena.embedding.Centre;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bit planes of models, by the centre that the file keeps for each.
 *
 * <p>To make them costs some hundred times what it costs to look whether they are still right.
 */
final class ModelPlanes {
  private final Map<ByteBuffer, BitPlanes> byCentre = new ConcurrentHashMap<>();

  /** Returns the planes of a model; empty if it was never adopted. */
  Optional<BitPlanes> of(SqliteIndexStore.Session session, String model) {
    return new StoreRows(session.sql(), session.seals()).centre(model).map(this::of);
  }

  private BitPlanes of(byte[] centre) {
    return byCentre.computeIfAbsent(
        ByteBuffer.wrap(centre), _ -> new BitPlanes(Centre.ofHalfFloats(centre)));
  }
}
