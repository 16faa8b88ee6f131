package dev.athena.operation;

import dev.athena.error.RateLimited;
import dev.athena.principal.Principal;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A token bucket for each principal and operation. */
final class RateLimiter {
  /** How many buckets are kept; when there are more, all start afresh. */
  static final int BUCKETS_MAX = 10_000;

  private static final double MILLIS_PER_SECOND = 1_000;

  private record Key(Principal principal, String operation) {}

  private record Bucket(double tokens, long atMillis) {}

  private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();
  private final RateLimits limits;
  private final InstantSource clock;

  RateLimiter(RateLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Takes one call.
   *
   * @throws RateLimited if none is free
   */
  void take(Principal principal, OperationSpec operation) {
    if (buckets.size() >= BUCKETS_MAX) {
      buckets.clear();
    }
    RateLimits.Rate rate = limits.of(operation.effect());
    long now = clock.millis();
    Bucket left =
        buckets.compute(
            new Key(principal, operation.name()), (_, bucket) -> takeOne(bucket, rate, now));
    if (left.tokens() < 0) {
      double missing = -left.tokens();
      throw new RateLimited(
          operation.name(), (long) Math.ceil(missing / rate.perSecond() * MILLIS_PER_SECOND));
    }
  }

  /** A refused call costs nothing: what is below zero is given back by the next. */
  private static Bucket takeOne(@Nullable Bucket bucket, RateLimits.Rate rate, long now) {
    if (bucket == null) {
      return new Bucket(rate.burst() - 1.0, now);
    }
    double kept = bucket.tokens() < 0 ? bucket.tokens() + 1 : bucket.tokens();
    double gained = Math.max(0, now - bucket.atMillis()) / MILLIS_PER_SECOND * rate.perSecond();
    return new Bucket(Math.min(rate.burst(), kept + gained) - 1, now);
  }
}
