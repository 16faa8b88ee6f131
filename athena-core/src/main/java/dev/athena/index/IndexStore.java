package dev.athena.index;

import dev.athena.embedding.Centre;
import dev.athena.embedding.Vector;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import dev.athena.storage.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The search index, as one transaction sees it.
 *
 * <p>An entry that is put is found by the very next search, by its terms; by its vectors as soon as
 * they are put.
 */
public interface IndexStore extends Store {
  /** Adds an entry, or replaces the one with its id, whose vectors are then pending again. */
  void put(IndexEntry entry);

  /** Ends the lifetime of an entry, or opens it if null is given; its terms and vectors stay. */
  void end(Namespace namespace, MemoryId id, @Nullable Instant to);

  /** Removes an entry with its vectors; returns whether it was there. */
  boolean remove(Namespace namespace, MemoryId id);

  /**
   * Stores the vectors of an entry, unless it is gone or of another revision by now, or another
   * model was adopted.
   */
  void putVectors(PendingEntry entry, String model, Vectors vectors);

  /** Adds the vector in context to those of an entry that waits for it; else does nothing. */
  void putContextVector(PendingEntry entry, String model, Vector context);

  /**
   * Makes {@code model} the one whose vectors count; all vectors of others are pending again.
   *
   * @param centre what its vectors have in common; the one given first is kept
   */
  void adoptModel(String model, Centre centre);

  /** Returns the model whose vectors count; empty before the first was adopted. */
  Optional<String> adoptedModel();

  /** Returns entries that have no vector yet, the newest first. */
  List<PendingEntry> pending(int limit);

  /** Returns entries that have their own vector and wait for the one in context, newest first. */
  List<PendingEntry> contextPending(int limit);

  /** Returns what speaks for the most promising entries, in no particular order. */
  Findings search(SearchRequest request);

  /**
   * Returns what speaks for the entries with {@code ids}; those gone or filtered out are left out.
   */
  List<Evidence> evidence(SearchRequest request, Collection<MemoryId> ids);

  /** Returns how far the index of a namespace is. */
  IndexStatus status(Namespace namespace);
}
