package dev.athena.store.sqlite;

import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code memory}, before its kind makes sense of it. */
record StoredRow(
    MemoryId id,
    Namespace namespace,
    String content,
    JsonObject fields,
    Instant recordedAt,
    int revision,
    @Nullable MemoryId supersededBy) {

  /** Returns a field that holds a time, or null. */
  @Nullable Instant time(String field) {
    return fields.whole(field).map(Instant::ofEpochMilli).orElse(null);
  }

  /** Returns a field that holds text, or null. */
  @Nullable String text(String field) {
    return fields.text(field).orElse(null);
  }

  /** Returns a field that holds an object; an empty one if it is missing. */
  JsonObject object(String field) {
    return fields.object(field).orElse(JsonObject.EMPTY);
  }
}
