package dev.athena.index;

import dev.athena.memory.Identity;
import dev.athena.memory.Memory;

/** A memory ready to be stored: what is slow was done, outside of any transaction. */
public record Prepared<M extends Memory>(M memory, Identity identity, IndexEntry entry) {}
