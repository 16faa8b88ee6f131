package dev.athena.memory;

import java.util.List;

/** What became of a memory that was handed over. */
public sealed interface Remembered {
  /** Returns the memory that now stands for it. */
  MemoryId id();

  /** It is new, and durable when this is returned. */
  record Stored(MemoryId id) implements Remembered {}

  /** The same was there already; nothing was changed. */
  record Duplicate(MemoryId id) implements Remembered {}

  /** It is new, and {@code superseded} no longer hold. */
  record Superseding(MemoryId id, List<MemoryId> superseded) implements Remembered {
    public Superseding {
      superseded = List.copyOf(superseded);
    }
  }
}
