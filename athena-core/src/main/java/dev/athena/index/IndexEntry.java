package dev.athena.index;

import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import dev.athena.text.Terms;
import java.util.Set;

/** What the index keeps of one memory, besides its vectors. */
public record IndexEntry(
    MemoryId id,
    Namespace namespace,
    Terms terms,
    Set<Label> labels,
    Lifetime lifetime,
    double confidence) {
  public IndexEntry {
    labels = Set.copyOf(labels);
  }

  /** Returns this entry with another lifetime. */
  public IndexEntry lasting(Lifetime lifetime) {
    return new IndexEntry(id, namespace, terms, labels, lifetime, confidence);
  }
}
