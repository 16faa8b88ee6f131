package dev.athena.memory;

import dev.athena.principal.Namespace;
import dev.athena.storage.Store;
import java.time.Instant;
import java.util.Map;

/** How often memories were recalled. */
public interface UsageStore extends Store {
  /** Adds to the counts; an id that is gone is passed over. */
  void add(Namespace namespace, Map<MemoryId, Long> counts, Instant at);

  /** Returns the usage of one memory. */
  Usage find(Namespace namespace, MemoryId id);
}
