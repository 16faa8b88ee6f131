package dev.athena.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time a memory is about: the span in which a fact holds; what happened has happened for good.
 *
 * @param to the end, exclusive, or null if it is open
 */
public record Lifetime(Instant from, @Nullable Instant to) {
  /** Returns whether {@code instant} lies in it. */
  public boolean covers(Instant instant) {
    return !from.isAfter(instant) && (to == null || to.isAfter(instant));
  }
}
