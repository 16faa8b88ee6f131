package dev.athena.testkit;

import dev.athena.memory.Identity;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.principal.Namespace;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Facts in main memory. */
final class InMemoryFacts extends InMemoryMemories<Fact> implements FactStore {

  InMemoryFacts(InMemoryState state) {
    super(state, MemoryKind.SEMANTIC, Fact.class);
  }

  @Override
  boolean stands(Fact fact) {
    return fact.supersededBy() == null;
  }

  @Override
  public List<Fact> standing(Namespace namespace, String key) {
    return all(namespace)
        .filter(fact -> key.equals(fact.metadata().key()) && stands(fact))
        .sorted(Comparator.comparing(fact -> fact.id().value()))
        .toList();
  }

  @Override
  public Optional<Fact> lastBegunBy(
      Namespace namespace, String key, Instant moment, MemoryId except) {
    return underKey(namespace, key, except)
        .filter(fact -> fact.holdsFrom().toEpochMilli() <= moment.toEpochMilli())
        .reduce((_, later) -> later);
  }

  @Override
  public Optional<Fact> firstBegunAfter(
      Namespace namespace, String key, Instant moment, MemoryId except) {
    return underKey(namespace, key, except)
        .filter(fact -> fact.holdsFrom().toEpochMilli() > moment.toEpochMilli())
        .findFirst();
  }

  /** In the order in which they began, then in which they were stored. */
  private Stream<Fact> underKey(Namespace namespace, String key, MemoryId except) {
    return all(namespace)
        .filter(fact -> key.equals(fact.metadata().key()) && !fact.id().equals(except))
        .filter(Fact::heldAtAll)
        .sorted(Comparator.comparingLong(fact -> fact.holdsFrom().toEpochMilli()));
  }

  @Override
  public void supersede(Fact superseded) {
    state()
        .row(superseded.namespace(), superseded.id())
        .ifPresent(row -> state().put(row.with(superseded, null)));
  }

  @Override
  public void reinstate(Fact standing, Identity identity) {
    if (state().same(standing.namespace(), identity).isPresent()) {
      throw new IllegalStateException("the like of " + standing.id().value() + " is there");
    }
    state()
        .row(standing.namespace(), standing.id())
        .ifPresent(row -> state().put(row.with(standing, identity)));
  }

  @Override
  public List<MemoryId> supersededBy(Namespace namespace, MemoryId newer) {
    return all(namespace)
        .filter(fact -> newer.equals(fact.supersededBy()))
        .map(Fact::id)
        .sorted(Comparator.comparing(MemoryId::value))
        .toList();
  }
}
