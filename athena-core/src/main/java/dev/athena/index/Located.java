package dev.athena.index;

import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;

/** A memory and the namespace it lies in. */
public record Located(Namespace namespace, MemoryId id) {}
