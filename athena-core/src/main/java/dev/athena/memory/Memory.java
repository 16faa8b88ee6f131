package dev.athena.memory;

import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import java.time.Instant;

/** One thing remembered. */
public interface Memory {
  /** Returns the id, which never changes. */
  MemoryId id();

  /** Returns the partition it belongs to. */
  Namespace namespace();

  /** Returns the text that is searched and shown. */
  String content();

  /** Returns all else that is known of it, as the remember of its kind takes it. */
  JsonObject fields();

  /** Returns when it was first stored. */
  Instant recordedAt();

  /** Returns 1 for a memory as first stored, one more after each update. */
  int revision();
}
