package dev.athena.index;

import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;

/**
 * An entry whose vectors are still to be computed.
 *
 * @param revision the revision of the memory that is in the index
 */
public record PendingEntry(Namespace namespace, MemoryId id, int revision) {}
