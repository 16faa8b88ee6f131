package dev.athena.testkit;

import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.principal.Namespace;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactStore;
import java.util.Comparator;
import java.util.List;

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
  public void supersede(Fact superseded) {
    state()
        .row(superseded.namespace(), superseded.id())
        .ifPresent(row -> state().put(row.with(superseded, null)));
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
