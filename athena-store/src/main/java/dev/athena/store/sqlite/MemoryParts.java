package dev.athena.store.sqlite;

import dev.athena.crypto.Place;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;

/** Where what the index keeps of one memory stands, apart from its {@link SearchRow}. */
record MemoryParts(Namespace namespace, long seq, MemoryId id, String row) {
  MemoryParts(Namespace namespace, long seq, MemoryId id) {
    this(namespace, seq, id, Binding.of(seq, namespace.project(), id.value()));
  }

  /** Returns where its terms stand; with them, number and id are bound to each other. */
  Place terms() {
    return new Place(namespace.tenant(), "term_vector", row, "terms");
  }

  /** Returns where its vectors stand. */
  Place vector() {
    return new Place(namespace.tenant(), "vector", row, "data");
  }
}
