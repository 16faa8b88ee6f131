package dev.athena.store.sqlite;

import dev.athena.memory.MemoryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The properties of a memory that have columns of their own. */
record IndexedColumns(
    @Nullable String name,
    @Nullable String sessionId,
    @Nullable String type,
    Instant happenedAt,
    @Nullable String supersededBy,
    @Nullable Instant supersededAt) {

  static @Nullable String value(@Nullable MemoryId id) {
    return id == null ? null : id.value();
  }
}
