package dev.athena.text;

import dev.athena.error.InvalidArgument;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from the first instant in it
 * @param to the first instant after it
 */
public record TimeSpan(Instant from, Instant to) {
  /** Where a span without a beginning begins: the year 1. */
  public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  /** Where a span without an end ends: the end of the year 9999. */
  public static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

  public TimeSpan {
    if (!from.isBefore(to)) {
      throw new InvalidArgument(
          "the time from " + from + " to " + to + " is empty", "send an end after the beginning");
    }
  }

  /** Returns whether {@code instant} is in the span. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }
}
