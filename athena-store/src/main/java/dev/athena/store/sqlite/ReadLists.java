package dev.athena.store.sqlite;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The posting lists that the searches of a process have read, for as long as nothing changes.
 *
 * <p>An agent asks several questions in a row, and common words are in most of them. Any change of
 * the index makes all lists worthless, so none is ever out of date.
 */
final class ReadLists {
  /** How many postings are kept in all; when there are more, the lists start afresh. */
  static final int POSTINGS_MAX = 1_000_000;

  private final Map<String, long[]> lists = new HashMap<>();
  private long change = -1;
  private int postings;

  /** Returns the list of a term as it is at {@code change}, if it was read. */
  synchronized Optional<long[]> find(long change, String term) {
    return change == this.change ? Optional.ofNullable(lists.get(term)) : Optional.empty();
  }

  /** Keeps a list as it is at {@code change}, unless a later one is known. */
  synchronized void keep(long change, String term, long[] list) {
    if (change < this.change) {
      return;
    }
    if (change > this.change || postings + list.length > POSTINGS_MAX) {
      lists.clear();
      postings = 0;
      this.change = change;
    }
    if (list.length <= POSTINGS_MAX && lists.put(term, list) == null) {
      postings += list.length;
    }
  }
}
