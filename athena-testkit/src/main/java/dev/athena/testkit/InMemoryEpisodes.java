package dev.athena.testkit;

import dev.athena.episodic.Episode;
import dev.athena.episodic.EpisodeFilter;
import dev.athena.episodic.EpisodeStore;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Episodes in main memory. */
final class InMemoryEpisodes extends InMemoryMemories<Episode> implements EpisodeStore {
  InMemoryEpisodes(InMemoryState state) {
    super(state, MemoryKind.EPISODIC, Episode.class);
  }

  @Override
  public List<Episode> newest(Namespace namespace, EpisodeFilter filter, int limit) {
    Instant from = filter.from();
    Instant before = filter.before();
    return inOrder(namespace)
        .filter(episode -> from == null || !episode.happenedAt().isBefore(from))
        .filter(episode -> before == null || episode.happenedAt().isBefore(before))
        .filter(episode -> isOrAny(filter.eventType(), episode.eventType()))
        .filter(episode -> isOrAny(filter.sessionId(), episode.sessionId()))
        .toList()
        .reversed()
        .stream()
        .limit(limit)
        .toList();
  }

  @Override
  public List<MemoryId> neighbourhood(Namespace namespace, MemoryId id, int reach) {
    String session =
        find(namespace, id).map(episode -> String.valueOf(episode.sessionId())).orElse("null");
    List<MemoryId> all =
        inOrder(namespace)
            .filter(episode -> session.equals(episode.sessionId()))
            .map(Episode::id)
            .toList();
    int at = all.indexOf(id);
    return at < 0
        ? List.of(id)
        : all.subList(Math.max(0, at - reach), Math.min(all.size(), at + reach + 1));
  }

  /** Sorting is stable: episodes of one moment keep the order in which they were stored. */
  private Stream<Episode> inOrder(Namespace namespace) {
    return all(namespace).sorted(Comparator.comparing(Episode::happenedAt));
  }

  private static boolean isOrAny(@Nullable String wanted, @Nullable String there) {
    return wanted == null || wanted.equalsIgnoreCase(there);
  }
}
