package dev.athena.store.sqlite;

import dev.athena.index.Label;
import dev.athena.index.SearchFilter;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a mirror that a filter lets through. */
final class Admitted {
  private final BitSet rows;

  private Admitted(BitSet rows) {
    this.rows = rows;
  }

  /** Returns the rows that {@code filter} lets through. */
  static Admitted of(Mirror mirror, SearchFilter filter, PostingLists postings, Namespace place) {
    BitSet labelled = labelled(mirror, filter, postings, place);
    boolean[] kinds = new boolean[Byte.MAX_VALUE];
    filter.kinds().forEach(kind -> kinds[Mirror.kindCode(kind)] = true);
    long from = millis(filter.startsFrom(), Long.MIN_VALUE);
    long before = millis(filter.startsBefore(), Long.MAX_VALUE);
    long endsAfter = millis(filter.endsAfter(), Long.MIN_VALUE);
    BitSet rows = new BitSet(mirror.size());
    for (int row = 0; row < mirror.size(); row++) {
      int kind = mirror.kind(row);
      if (kind >= 0
          && kinds[kind]
          && mirror.start(row) >= from
          && (mirror.start(row) < before || before == Long.MAX_VALUE)
          && mirror.end(row) > endsAfter
          && mirror.confidence(row) >= (float) filter.confidenceMin()) {
        rows.set(row);
      }
    }
    if (labelled != null) {
      rows.and(labelled);
    }
    return new Admitted(rows);
  }

  boolean has(int row) {
    return rows.get(row);
  }

  int count() {
    return rows.cardinality();
  }

  private static @Nullable BitSet labelled(
      Mirror mirror, SearchFilter filter, PostingLists postings, Namespace place) {
    if (filter.labels().isEmpty()) {
      return null;
    }
    TermKey keys = new TermKey(place);
    List<String> spelled =
        filter.labels().stream().map((Label label) -> TermKey.spell(keys.ofLabel(label))).toList();
    BitSet rows = new BitSet(mirror.size());
    postings.ofAll(spelled, seq -> set(rows, mirror.find(seq)));
    return rows;
  }

  private static void set(BitSet rows, int row) {
    if (row >= 0) {
      rows.set(row);
    }
  }

  private static long millis(@Nullable Instant instant, long ifNull) {
    return instant == null ? ifNull : instant.toEpochMilli();
  }
}
