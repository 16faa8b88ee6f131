package dev.athena.store.sqlite;

import dev.athena.crypto.Place;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;

/** Where what the index keeps of one memory stands, apart from its {@link SearchRow}. */
record MemoryParts(Namespace namespace, long seq, MemoryId id) {
  /** Returns where its terms stand; with them, number and id are bound to each other. */
  Place terms() {
    return place("term_vector", "terms");
  }

  /** Returns where its vectors stand. */
  Place vector() {
    return place("vector", "data");
  }

  private Place place(String table, String column) {
    return new Place(
        namespace.tenant(), table, Binding.of(seq, namespace.project(), id.value()), column);
  }
}
