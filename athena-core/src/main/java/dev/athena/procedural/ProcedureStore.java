package dev.athena.procedural;

import dev.athena.memory.MemoryStore;
import dev.athena.principal.Namespace;
import java.util.Optional;

/** Procedures as one transaction sees them. */
public interface ProcedureStore extends MemoryStore<Procedure> {
  /** Returns the procedure of that name. */
  Optional<Procedure> named(Namespace namespace, String name);
}
