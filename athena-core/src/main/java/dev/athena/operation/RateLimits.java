package dev.athena.operation;

import java.util.EnumMap;
import java.util.Map;

/** How often one principal may call one operation, by what the operation does. */
public record RateLimits(Map<Effect, Rate> byEffect) {
  /**
   * A token bucket.
   *
   * @param perSecond calls that become free each second
   * @param burst calls that may come at once after a pause
   */
  public record Rate(double perSecond, int burst) {
    public Rate {
      if (!(perSecond > 0) || burst < 1) {
        throw new IllegalArgumentException(perSecond + " per second, burst " + burst);
      }
    }
  }

  /** Enough for any agent, and too little for a loop that went wild. */
  public static final RateLimits DEFAULT =
      new RateLimits(
          Map.of(
              Effect.READS, new Rate(2_000, 5_000),
              Effect.ADDS, new Rate(2_000, 5_000),
              Effect.CHANGES, new Rate(500, 1_000),
              Effect.REMOVES, new Rate(100, 200),
              Effect.RUNS, new Rate(200, 400)));

  public RateLimits {
    byEffect = Map.copyOf(new EnumMap<>(byEffect));
  }

  Rate of(Effect effect) {
    Rate rate = byEffect.get(effect);
    return rate == null ? new Rate(1, 1) : rate;
  }
}
