package dev.athena.index;

import dev.athena.memory.EditConflict;
import dev.athena.memory.Identity;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryNotFound;
import dev.athena.memory.MemoryStore;
import dev.athena.memory.Remembered;
import dev.athena.principal.Namespace;
import dev.athena.storage.Transaction;
import java.time.Instant;
import java.util.Optional;

/** Writes a memory and its index entry together, which is the only way they are written. */
public final class Writing {
  private Writing() {}

  /** Adds a memory, unless the same is there. */
  public static <M extends Memory> Remembered add(
      Transaction tx, MemoryStore<M> store, Prepared<M> prepared) {
    M memory = prepared.memory();
    Optional<MemoryId> same = store.findSame(memory.namespace(), prepared.identity());
    if (same.isPresent()) {
      return new Remembered.Duplicate(same.get());
    }
    store.add(memory, prepared.identity());
    tx.store(IndexStore.class).put(prepared.entry());
    return new Remembered.Stored(memory.id());
  }

  /**
   * Puts a changed memory in the place of its present revision.
   *
   * @throws MemoryNotFound if it is gone
   * @throws EditConflict if it was changed since it was read, or would equal another memory
   */
  public static <M extends Memory> void replace(
      Transaction tx, MemoryStore<M> store, Prepared<M> changed, Instant now) {
    M memory = changed.memory();
    M present =
        store
            .find(memory.namespace(), memory.id())
            .orElseThrow(() -> new MemoryNotFound(memory.id()));
    if (present.revision() + 1 != memory.revision()) {
      throw EditConflict.changedMeanwhile(memory.id());
    }
    store
        .findSame(memory.namespace(), changed.identity())
        .filter(same -> !same.equals(memory.id()))
        .ifPresent(same -> {
          throw EditConflict.sameAs(same);
        });
    store.replace(memory, changed.identity(), now);
    tx.store(IndexStore.class).put(changed.entry());
  }

  /**
   * Adds a memory as it was elsewhere, unless it or the same is there.
   *
   * @throws EditConflict if its id is taken by a memory of another namespace
   */
  public static <M extends Memory> Remembered restore(
      Transaction tx, MemoryStore<M> store, Kept<M> kept) {
    M memory = kept.memory();
    Optional<MemoryId> there = store.find(memory.namespace(), memory.id()).map(Memory::id);
    Identity identity = kept.identity();
    if (there.isEmpty() && identity != null) {
      there = store.findSame(memory.namespace(), identity);
    }
    if (there.isPresent()) {
      return new Remembered.Duplicate(there.get());
    }
    if (!store.restore(memory, identity, kept.revisions())) {
      throw EditConflict.takenElsewhere(memory.id());
    }
    tx.store(IndexStore.class).put(kept.entry());
    return new Remembered.Stored(memory.id());
  }

  /**
   * Puts other words in the place of those that a memory has and had, as though they had always
   * been so. If another memory has its identity by then, it gives that up.
   */
  public static <M extends Memory> void rewrite(
      Transaction tx, MemoryStore<M> store, Kept<M> kept) {
    M memory = kept.memory();
    Identity identity = kept.identity();
    boolean taken =
        identity != null
            && store
                .findSame(memory.namespace(), identity)
                .filter(same -> !same.equals(memory.id()))
                .isPresent();
    store.rewrite(memory, taken ? null : identity, kept.revisions());
    tx.store(IndexStore.class).put(kept.entry());
  }

  /** Removes a memory, its revisions and its index entry; returns whether it was there. */
  public static boolean remove(
      Transaction tx, MemoryStore<?> store, Namespace namespace, MemoryId id) {
    tx.store(IndexStore.class).remove(namespace, id);
    return store.remove(namespace, id);
  }
}
