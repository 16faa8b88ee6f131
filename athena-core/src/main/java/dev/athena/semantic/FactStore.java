package dev.athena.semantic;

import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryStore;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Facts as one transaction sees them. */
public interface FactStore extends MemoryStore<Fact> {
  /** Returns the facts with {@code key} that stand, oldest first. */
  List<Fact> standing(Namespace namespace, String key);

  /**
   * Marks a fact as superseded, as its components say. It keeps its revision, and its identity is
   * free again: the same may be remembered anew.
   */
  void supersede(Fact superseded);

  /**
   * Returns the fact under {@code key} that began to hold last, up to and including {@code moment};
   * superseded ones count, {@code except} does not.
   */
  Optional<Fact> lastBegunBy(Namespace namespace, String key, Instant moment, MemoryId except);

  /** Returns the fact under {@code key} that begins to hold first after {@code moment}. */
  Optional<Fact> firstBegunAfter(Namespace namespace, String key, Instant moment, MemoryId except);

  /** Returns the ids of the facts that {@code newer} supersedes, oldest first. */
  List<MemoryId> supersededBy(Namespace namespace, MemoryId newer);
}
