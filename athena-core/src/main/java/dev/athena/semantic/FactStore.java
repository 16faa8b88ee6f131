package dev.athena.semantic;

import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryStore;
import dev.athena.principal.Namespace;
import java.util.List;

/** Facts as one transaction sees them. */
public interface FactStore extends MemoryStore<Fact> {
  /** Returns the facts with {@code key} that stand, oldest first. */
  List<Fact> standing(Namespace namespace, String key);

  /**
   * Marks a fact as superseded, as its components say. It keeps its revision, and its identity is
   * free again: the same may be remembered anew.
   */
  void supersede(Fact superseded);

  /** Returns the ids of the facts that {@code newer} supersedes, oldest first. */
  List<MemoryId> supersededBy(Namespace namespace, MemoryId newer);
}
