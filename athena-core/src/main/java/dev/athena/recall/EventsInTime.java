package dev.athena.recall;

import dev.athena.episodic.Episode;
import dev.athena.episodic.EpisodeFilter;
import dev.athena.episodic.EpisodeStore;
import dev.athena.index.Evidence;
import dev.athena.index.IndexStore;
import dev.athena.index.SearchFilter;
import dev.athena.index.SearchRequest;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.storage.Transaction;
import dev.athena.text.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened at the time a question asks about, which is looked at whatever it says. */
final class EventsInTime {
  /** How many of the newest events are looked at. */
  private static final int NEWEST_MAX = 100;

  private EventsInTime() {}

  /**
   * Returns what speaks for the newest events, and for the best if there are more, in the likeliest
   * time at which anything happened.
   */
  static List<Evidence> evidence(Transaction tx, SearchRequest request, TimePreference time) {
    SearchFilter filter = request.filter();
    if (!filter.kinds().contains(MemoryKind.EPISODIC)) {
      return List.of();
    }
    SearchFilter events = filter.of(Set.of(MemoryKind.EPISODIC));
    for (TimeSpan span : time.spans()) {
      SearchRequest then = request.filtered(within(span, events));
      List<MemoryId> newest = newest(tx, then);
      if (!newest.isEmpty()) {
        return evidence(tx.store(IndexStore.class), then, newest);
      }
    }
    return List.of();
  }

  private static List<MemoryId> newest(Transaction tx, SearchRequest then) {
    EpisodeFilter filter =
        new EpisodeFilter(then.filter().startsFrom(), then.filter().startsBefore(), null, null);
    return tx.store(EpisodeStore.class).newest(then.namespace(), filter, NEWEST_MAX).stream()
        .map(Episode::id)
        .toList();
  }

  private static List<Evidence> evidence(
      IndexStore index, SearchRequest then, List<MemoryId> newest) {
    List<Evidence> evidence = new ArrayList<>(index.evidence(then, newest));
    if (newest.size() == NEWEST_MAX) {
      evidence.addAll(index.search(then).evidence());
    }
    return evidence;
  }

  private static SearchFilter within(TimeSpan span, SearchFilter filter) {
    return filter.starting(
        later(span.from(), filter.startsFrom()), earlier(span.to(), filter.startsBefore()));
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other == null || one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other == null || one.isBefore(other) ? one : other;
  }
}
