package dev.athena.semantic;

import dev.athena.memory.Identity;
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
   * Lets a superseded fact stand again, as its components say; it takes its identity back.
   *
   * @throws IllegalStateException if another fact has {@code identity}
   */
  void reinstate(Fact standing, Identity identity);

  /**
   * Returns the fact under {@code key} that began to hold last, up to and including {@code moment}.
   * Superseded ones count if they {@linkplain Fact#heldAtAll held at all}, {@code except} does not.
   */
  Optional<Fact> lastBegunBy(Namespace namespace, String key, Instant moment, MemoryId except);

  /**
   * Returns the fact under {@code key} that begins to hold first after {@code moment}; likewise.
   */
  Optional<Fact> firstBegunAfter(Namespace namespace, String key, Instant moment, MemoryId except);

  /** Returns the ids of the facts that {@code newer} supersedes, oldest first. */
  List<MemoryId> supersededBy(Namespace namespace, MemoryId newer);
}
