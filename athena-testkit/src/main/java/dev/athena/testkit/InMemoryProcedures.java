package dev.athena.testkit;

import dev.athena.memory.MemoryKind;
import dev.athena.principal.Namespace;
import dev.athena.procedural.Procedure;
import dev.athena.procedural.ProcedureStore;
import java.util.Optional;

/** Procedures in main memory. */
final class InMemoryProcedures extends InMemoryMemories<Procedure> implements ProcedureStore {
  InMemoryProcedures(InMemoryState state) {
    super(state, MemoryKind.PROCEDURAL, Procedure.class);
  }

  @Override
  public Optional<Procedure> named(Namespace namespace, String name) {
    return all(namespace).filter(procedure -> procedure.name().equals(name)).findFirst();
  }
}
