package dev.athena.recall;

import dev.athena.index.Evidence;
import dev.athena.memory.MemoryKind;
import dev.athena.text.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The times a question asks about; episodes in them count more and those far from all less.
 *
 * <p>Beside other words it is a preference and no filter: people err in dates, and an episode is
 * often told later than it happened.
 *
 * @param spans the times it may ask about, the likeliest first
 * @param isStrict whether nothing else is asked; then what happened at other times is no answer
 */
record TimePreference(List<TimeSpan> spans, boolean isStrict) {
  /** The most that a distant time takes away. */
  private static final double DISTANT_PENALTY = 0.5;

  /** What happening right beside the time asked about counts against happening in it. */
  private static final double BESIDE = 0.5;

  /** At this distance closeness is half. */
  private static final double HALF_DAYS = 7;

  /** How much farther a less likely time counts to be: May of last year is less meant than this. */
  private static final double LESS_LIKELY_DAYS = 1;

  /** Returns how well a memory answers the question by when it happened, from 0 to 1. */
  double nearness(Evidence evidence) {
    if (!concerns(evidence)) {
      return 0;
    }
    double closeness = closeness(days(evidence));
    Instant at = evidence.lifetime().from();
    boolean isWithin = spans.stream().anyMatch(span -> span.contains(at));
    return isWithin ? closeness : isStrict ? 0 : BESIDE * closeness;
  }

  /** Returns what the time of a memory leaves of its score, from 0 to 1. */
  double factor(Evidence evidence) {
    return concerns(evidence) ? 1 - DISTANT_PENALTY * (1 - closeness(days(evidence))) : 1;
  }

  private boolean concerns(Evidence evidence) {
    return !spans.isEmpty() && evidence.id().kind() == MemoryKind.EPISODIC;
  }

  private static double closeness(double days) {
    return 1 / (1 + days / HALF_DAYS);
  }

  private double days(Evidence evidence) {
    Instant at = evidence.lifetime().from();
    double days = daysBetween(spans.getFirst(), at);
    for (TimeSpan span : spans.subList(1, spans.size())) {
      days = Math.min(days, LESS_LIKELY_DAYS + daysBetween(span, at));
    }
    return days;
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
