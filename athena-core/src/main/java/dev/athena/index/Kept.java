package dev.athena.index;

import dev.athena.memory.Identity;
import dev.athena.memory.Memory;
import dev.athena.memory.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A memory as it was kept elsewhere, ready to be kept here.
 *
 * @param identity its identity there, or null if it had given that up
 * @param revisions its earlier revisions, oldest first
 */
public record Kept<M extends Memory>(
    M memory, @Nullable Identity identity, IndexEntry entry, List<Revision> revisions) {
  public Kept {
    revisions = List.copyOf(revisions);
  }
}
