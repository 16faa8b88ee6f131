package dev.athena.store.sqlite;

import dev.athena.index.Label;
import dev.athena.index.SearchFilter;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The rows of a mirror that a filter lets through. */
final class Admitted {
  private final BitSet rows;

  private Admitted(BitSet rows) {
    this.rows = rows;
  }

  /**
   * How the labels of a namespace are asked for.
   *
   * @param names all ways in which one may be spelled
   */
  record Labels(Namespace place, List<TermNames> names) {
    String spelled(Label label) {
      return PostingLists.anyOf(names, new TermKey(place).ofLabel(label));
    }
  }

  /** Returns the rows that {@code filter} lets through; tests that all rows pass cost nothing. */
  static Admitted of(Mirror mirror, SearchFilter filter, PostingLists postings, Labels labels) {
    BitSet rows = ofKinds(mirror, filter);
    BitSet labelled = labelled(mirror, filter, postings, labels);
    if (labelled != null) {
      rows.and(labelled);
    }
    long from = millis(filter.startsFrom(), Long.MIN_VALUE);
    long before = millis(filter.startsBefore(), Long.MAX_VALUE);
    if (from > Long.MIN_VALUE || before < Long.MAX_VALUE) {
      keep(rows, row -> mirror.start(row) >= from && mirror.start(row) < before);
    }
    Instant holdsAt = filter.holdsAt();
    if (holdsAt != null && !mirror.allHoldAt(holdsAt.toEpochMilli())) {
      keep(rows, row -> mirror.holdsAt(row, holdsAt.toEpochMilli()));
    }
    float confidenceMin = (float) filter.confidenceMin();
    if (confidenceMin > 0) {
      keep(rows, row -> mirror.confidence(row) >= confidenceMin);
    }
    return new Admitted(rows);
  }

  private static BitSet ofKinds(Mirror mirror, SearchFilter filter) {
    BitSet rows = new BitSet(mirror.size());
    filter.kinds().forEach(kind -> rows.or(mirror.ofKind(kind)));
    return rows;
  }

  private static void keep(BitSet rows, IntPredicate test) {
    long[] blocks = rows.toLongArray();
    for (int block = 0; block < blocks.length; block++) {
      for (long rest = blocks[block]; rest != 0; rest &= rest - 1) {
        if (!test.test(block * Long.SIZE + Long.numberOfTrailingZeros(rest))) {
          blocks[block] &= ~Long.lowestOneBit(rest);
        }
      }
    }
    rows.and(BitSet.valueOf(blocks));
  }

  boolean has(int row) {
    return rows.get(row);
  }

  /** Returns the rows as bits, in blocks of 64. */
  long[] blocks() {
    return rows.toLongArray();
  }

  /** Returns the rows in ascending order. */
  List<Integer> all() {
    return rows.stream().boxed().toList();
  }

  int count() {
    return rows.cardinality();
  }

  private static @Nullable BitSet labelled(
      Mirror mirror, SearchFilter filter, PostingLists postings, Labels labels) {
    if (filter.labels().isEmpty()) {
      return null;
    }
    List<String> spelled = filter.labels().stream().map(labels::spelled).toList();
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
