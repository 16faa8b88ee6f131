package dev.athena.recall;

import dev.athena.index.Evidence;
import dev.athena.memory.MemoryKind;
import dev.athena.text.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The times a question asks about; episodes far from all of them count less.
 *
 * <p>It is a preference and no filter: people err in dates, and an episode is often told later than
 * it happened.
 *
 * @param spans the times it may ask about, the likeliest first
 */
record TimePreference(List<TimeSpan> spans) {
  /** The most that a distant time takes away. */
  private static final double WEIGHT = 0.3;

  /** At this distance half of that is taken. */
  private static final double HALF_DAYS = 7;

  /** How much farther a less likely time counts to be: May of last year is less meant than this. */
  private static final double LESS_LIKELY_DAYS = 1;

  /** Returns what the time of a memory leaves of its score, from 0 to 1. */
  double factor(Evidence evidence) {
    if (spans.isEmpty() || evidence.id().kind() != MemoryKind.EPISODIC) {
      return 1;
    }
    Instant at = evidence.lifetime().from();
    double days = daysBetween(spans.getFirst(), at);
    for (TimeSpan span : spans.subList(1, spans.size())) {
      days = Math.min(days, LESS_LIKELY_DAYS + daysBetween(span, at));
    }
    return 1 - WEIGHT * (1 - 1 / (1 + days / HALF_DAYS));
  }

  private static double daysBetween(TimeSpan span, Instant at) {
    if (at.isBefore(span.from())) {
      return days(Duration.between(at, span.from()));
    }
    return at.isBefore(span.to()) ? 0 : days(Duration.between(span.to(), at));
  }

  private static double days(Duration distance) {
    return (double) distance.toSeconds() / Duration.ofDays(1).toSeconds();
  }
}
