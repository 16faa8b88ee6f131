package dev.athena.recall;

import dev.athena.memory.MemoryId;
import dev.athena.memory.UsageStore;
import dev.athena.principal.Namespace;
import dev.athena.storage.Storage;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what is recalled and writes the counts now and then, so that reading never waits for a
 * write. A killed process loses the counts it had not written, and nothing else.
 */
public final class UsageCounter {
  /** How many memories are counted before the next {@link #flush} is due at the latest. */
  static final int COUNTED_MAX = 10_000;

  private final Storage storage;
  private final InstantSource clock;
  private final Map<Namespace, Map<MemoryId, Long>> counts = new HashMap<>();
  private int counted;

  public UsageCounter(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** Counts one recall of each memory. */
  public synchronized void recalled(Namespace namespace, Collection<MemoryId> ids) {
    if (counted >= COUNTED_MAX) {
      return;
    }
    Map<MemoryId, Long> here = counts.computeIfAbsent(namespace, _ -> new HashMap<>());
    ids.forEach(id -> here.merge(id, 1L, Long::sum));
    counted += ids.size();
  }

  /** Writes what was counted; returns whether there was anything. */
  public boolean flush() {
    Map<Namespace, Map<MemoryId, Long>> taken = take();
    if (taken.isEmpty()) {
      return false;
    }
    storage.write(tx -> {
      UsageStore usage = tx.store(UsageStore.class);
      taken.forEach((namespace, here) -> usage.add(namespace, here, clock.instant()));
      return true;
    });
    return true;
  }

  /** Returns what was counted of one memory and is not written yet. */
  public synchronized long unwritten(Namespace namespace, MemoryId id) {
    return counts.getOrDefault(namespace, Map.of()).getOrDefault(id, 0L);
  }

  private synchronized Map<Namespace, Map<MemoryId, Long>> take() {
    Map<Namespace, Map<MemoryId, Long>> taken = new HashMap<>(counts);
    counts.clear();
    counted = 0;
    return taken;
  }
}
