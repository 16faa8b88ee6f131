package dev.athena.store.sqlite;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many memories hold a term; for common terms remembered while the namespace grows by less than
 * a tenth.
 *
 * <p>Counting reads the whole posting list of the term, which for a common word in a large store
 * costs more than the search. Frequencies of common terms move slowly, and ranking hardly feels a
 * tenth. That a term is rare, or occurs nowhere, is never remembered: the next memory may hold it.
 */
final class Frequencies {
  private static final int REMEMBERED_MAX = 20_000;
  private static final double GROWTH_MAX = 1.1;

  /** A term that fewer memories hold is cheap to count, and is counted each time. */
  static final int REMEMBERED_MIN = PostingLists.SHORT;

  private record Count(long frequency, int memories) {}

  private final Map<Long, Count> remembered;
  private final PostingLists postings;

  private Frequencies(Map<Long, Count> remembered, PostingLists postings) {
    this.remembered = remembered;
    this.postings = postings;
  }

  /** What was counted, shared by the searches of a process. */
  static final class Memory {
    private final Map<Long, Count> remembered = new ConcurrentHashMap<>();

    Frequencies with(PostingLists postings) {
      return new Frequencies(remembered, postings);
    }
  }

  /** Returns in how many of {@code memories} a term occurs, which is asked for by {@code name}. */
  long of(long key, String name, int memories) {
    Count known = remembered.get(key);
    if (known != null && isFresh(known, memories)) {
      return known.frequency();
    }
    long frequency = postings.frequency(name);
    if (frequency < REMEMBERED_MIN) {
      remembered.remove(key);
      return frequency;
    }
    if (remembered.size() >= REMEMBERED_MAX) {
      remembered.clear();
    }
    remembered.put(key, new Count(frequency, memories));
    return frequency;
  }

  private static boolean isFresh(Count known, int memories) {
    return memories <= known.memories() * GROWTH_MAX && memories * GROWTH_MAX >= known.memories();
  }
}
