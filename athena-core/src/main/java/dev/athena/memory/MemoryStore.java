package dev.athena.memory;

import dev.athena.principal.Namespace;
import dev.athena.storage.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The memories of one kind, as one transaction sees them.
 *
 * <p>Nothing of one namespace is reached through another: an id of a foreign namespace is an id
 * that does not exist.
 */
public interface MemoryStore<M extends Memory> extends Store {
  /** Returns the memory that has {@code identity}, if one is there. */
  Optional<MemoryId> findSame(Namespace namespace, Identity identity);

  /**
   * Adds a memory.
   *
   * @throws IllegalStateException if its id or identity is there already
   */
  void add(M memory, Identity identity);

  /**
   * Puts {@code memory} in the place of the one with its id and keeps that as a {@link Revision}.
   *
   * @throws IllegalStateException if there is none, or if another memory has {@code identity}
   */
  void replace(M memory, Identity identity, Instant replacedAt);

  /**
   * Adds a memory as it was elsewhere, with its revisions, oldest first; its index entry and usage
   * are not added. Returns false, and adds nothing, if its id is taken, also by another namespace.
   *
   * @param identity its identity there, or null if that was free to be taken by another
   * @throws IllegalStateException if another memory has {@code identity}
   */
  boolean restore(M memory, @Nullable Identity identity, List<Revision> revisions);

  /**
   * Puts {@code memory} and its revisions, oldest first, in the place of those there, as though
   * they had always been so; nothing is kept of the former ones.
   *
   * @param identity its identity, or null if another memory may have it
   * @throws IllegalStateException if there is none, or if another memory has {@code identity}
   */
  void rewrite(M memory, @Nullable Identity identity, List<Revision> revisions);

  /** Returns the identity of a memory; empty if it is gone, or gave it up. */
  Optional<Identity> identity(Namespace namespace, MemoryId id);

  /** Removes a memory with its revisions; returns whether it was there. */
  boolean remove(Namespace namespace, MemoryId id);

  /** Returns those of {@code ids} that are there, in the order given. */
  List<M> find(Namespace namespace, Collection<MemoryId> ids);

  /** Returns the one with that id, if it is there. */
  default Optional<M> find(Namespace namespace, MemoryId id) {
    return find(namespace, List.of(id)).stream().findFirst();
  }

  /** Returns the earlier revisions of a memory, oldest first. */
  List<Revision> revisions(Namespace namespace, MemoryId id);

  /**
   * Returns memories in the order of their ids, which is the order they were made in.
   *
   * @param after returns only what comes after this id; empty for the beginning
   */
  List<M> page(Namespace namespace, Optional<MemoryId> after, int limit);

  /**
   * Returns the ids of the memories that contain {@code words} in their content, their other fields
   * or their revisions, as {@link Mentions} finds them, oldest first.
   */
  List<MemoryId> mentioning(Namespace namespace, String words, int limit);

  /** Returns how many there are. */
  long count(Namespace namespace);
}
