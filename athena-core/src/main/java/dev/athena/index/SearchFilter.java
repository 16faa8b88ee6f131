package dev.athena.index;

import dev.athena.error.InvalidArgument;
import dev.athena.memory.MemoryKind;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a memory must be like to be found.
 *
 * @param kinds one of these
 * @param labels it carries every one of these
 * @param startsFrom its lifetime starts at this time or later; null for no bound
 * @param startsBefore its lifetime starts before this time; null for no bound
 * @param holdsAt if it is a fact, it holds at this time: it had begun and not ended; null for no
 *     such bound
 * @param confidenceMin it is at least this sure, from 0 to 1
 */
public record SearchFilter(
    Set<MemoryKind> kinds,
    Set<Label> labels,
    @Nullable Instant startsFrom,
    @Nullable Instant startsBefore,
    @Nullable Instant holdsAt,
    double confidenceMin) {

  /** Lets everything through. */
  public static final SearchFilter ALL =
      new SearchFilter(EnumSet.allOf(MemoryKind.class), Set.of(), null, null, null, 0);

  public SearchFilter {
    if (!(confidenceMin >= 0 && confidenceMin <= 1)) {
      throw new InvalidArgument(
          "min_confidence is " + confidenceMin, "send a number from 0 (all) to 1 (certain only)");
    }
    kinds = Set.copyOf(kinds);
    labels = Set.copyOf(labels);
  }

  /** Returns this filter for {@code kinds} only. */
  public SearchFilter of(Set<MemoryKind> kinds) {
    return new SearchFilter(kinds, labels, startsFrom, startsBefore, holdsAt, confidenceMin);
  }

  /** Returns this filter for memories that carry {@code labels}. */
  public SearchFilter labelled(Set<Label> labels) {
    return new SearchFilter(kinds, labels, startsFrom, startsBefore, holdsAt, confidenceMin);
  }

  /** Returns this filter for lifetimes that start in a span; null leaves an end open. */
  public SearchFilter starting(@Nullable Instant from, @Nullable Instant before) {
    return new SearchFilter(kinds, labels, from, before, holdsAt, confidenceMin);
  }

  /** Returns this filter for facts that hold at {@code instant}, and for all other memories. */
  public SearchFilter holdingAt(@Nullable Instant instant) {
    return new SearchFilter(kinds, labels, startsFrom, startsBefore, instant, confidenceMin);
  }

  /** Returns this filter for what is at least that sure. */
  public SearchFilter confident(double min) {
    return new SearchFilter(kinds, labels, startsFrom, startsBefore, holdsAt, min);
  }

  /** Returns whether a memory with these properties is let through. */
  public boolean admits(IndexEntry entry) {
    Lifetime life = entry.lifetime();
    return kinds.contains(entry.id().kind())
        && entry.labels().containsAll(labels)
        && (startsFrom == null || !life.from().isBefore(startsFrom))
        && (startsBefore == null || life.from().isBefore(startsBefore))
        && (holdsAt == null || entry.id().kind() != MemoryKind.SEMANTIC || life.covers(holdsAt))
        && entry.confidence() >= confidenceMin;
  }
}
