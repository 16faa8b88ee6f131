package dev.athena.episodic;

import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryStore;
import dev.athena.principal.Namespace;
import java.util.List;

/** Episodes as one transaction sees them. */
public interface EpisodeStore extends MemoryStore<Episode> {
  /** Returns the newest episodes that the filter lets through, the newest first. */
  List<Episode> newest(Namespace namespace, EpisodeFilter filter, int limit);

  /**
   * Returns the ids around an episode in its session, in the order they happened: up to {@code
   * reach} before it, itself, and up to {@code reach} after it. Just itself if it has no session.
   */
  List<MemoryId> neighbourhood(Namespace namespace, MemoryId id, int reach);
}
