package dev.athena.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.ErrorCode;
import dev.athena.error.RateLimited;
import dev.athena.operation.RateLimits.Rate;
import dev.athena.principal.Principal;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RateLimiterTest {
  private static final Principal ANN = new Principal("ann");
  private static final Principal BOB = new Principal("bob");

  private final OperationRegistry registry = new OperationRegistry();
  private long millis = 1_000_000;

  @BeforeEach
  void register() {
    registry.register(MemoryApi.class);
  }

  @Test
  void aBurstIsTakenAndOneMoreIsRefused() {
    RateLimiter limiter = limiter(new Rate(2, 5));
    for (int i = 0; i < 5; i++) {
      take(limiter, ANN, "recall");
    }

    assertThatThrownBy(() -> take(limiter, ANN, "recall"))
        .isInstanceOfSatisfying(
            RateLimited.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
              assertThat(refused.retryAfterMillis()).isEqualTo(500);
            });
  }

  @Test
  void theSameCallSucceedsAfterTheTimeTold() {
    Random random = new Random(4);
    for (int i = 0; i < 2_000; i++) {
      RateLimiter limiter =
          limiter(new Rate(0.1 + random.nextInt(3_000) / 7.0, 1 + random.nextInt(3)));
      long wait = refusal(limiter);
      assertThat(wait).isPositive();

      millis += wait;

      take(limiter, ANN, "recall");
    }
  }

  @Test
  void refusedCallsCostNothing() {
    RateLimiter limiter = limiter(new Rate(1, 1));
    take(limiter, ANN, "recall");
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> take(limiter, ANN, "recall")).isInstanceOf(RateLimited.class);
    }

    millis += 1_000;

    take(limiter, ANN, "recall");
  }

  @Test
  void aPauseFreesNoMoreThanABurst() {
    RateLimiter limiter = limiter(new Rate(10, 3));
    take(limiter, ANN, "recall");
    millis += 3_600_000;
    for (int i = 0; i < 3; i++) {
      take(limiter, ANN, "recall");
    }

    assertThatThrownBy(() -> take(limiter, ANN, "recall")).isInstanceOf(RateLimited.class);
  }

  @Test
  void aClockThatStepsBackFreesNothingAndTakesNothing() {
    RateLimiter limiter = limiter(new Rate(1, 2));
    take(limiter, ANN, "recall");
    millis -= 60_000;

    take(limiter, ANN, "recall");

    assertThatThrownBy(() -> take(limiter, ANN, "recall"))
        .isInstanceOfSatisfying(
            RateLimited.class, refused -> assertThat(refused.retryAfterMillis()).isEqualTo(1_000));
  }

  @Test
  void principalsAndOperationsDoNotShare() {
    RateLimiter limiter = limiter(new Rate(1, 1));
    take(limiter, ANN, "recall");

    take(limiter, BOB, "recall");
    take(limiter, ANN, "recall_semantic");
    assertThatThrownBy(() -> take(limiter, ANN, "recall")).isInstanceOf(RateLimited.class);
  }

  @Test
  void anEffectWithoutARateGetsTheLeast() {
    RateLimiter limiter = limiter(new Rate(100, 100));
    take(limiter, ANN, "forget");

    assertThatThrownBy(() -> take(limiter, ANN, "forget")).isInstanceOf(RateLimited.class);
  }

  @Test
  void moreBucketsThanAreKeptLetAllStartAfresh() {
    RateLimiter limiter = limiter(new Rate(1, 1));
    take(limiter, ANN, "recall");
    for (int i = 1; i < RateLimiter.BUCKETS_MAX - 1; i++) {
      take(limiter, new Principal("p" + i), "recall");
    }
    assertThatThrownBy(() -> take(limiter, ANN, "recall")).isInstanceOf(RateLimited.class);
    take(limiter, BOB, "recall");

    take(limiter, ANN, "recall");
  }

  @Test
  void aRateFreesCallsAndTakesAtLeastOneAtOnce() {
    for (double wrong : new double[] {0, -1, Double.NaN}) {
      assertThatThrownBy(() -> new Rate(wrong, 1)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Rate(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private long refusal(RateLimiter limiter) {
    for (int i = 0; i < 10; i++) {
      try {
        take(limiter, ANN, "recall");
      } catch (RateLimited refused) {
        return refused.retryAfterMillis();
      }
    }
    throw new AssertionError("never refused");
  }

  private RateLimiter limiter(Rate reads) {
    return new RateLimiter(
        new RateLimits(Map.of(Effect.READS, reads)), () -> Instant.ofEpochMilli(millis));
  }

  private void take(RateLimiter limiter, Principal principal, String operation) {
    limiter.take(principal, registry.get(operation));
  }
}
