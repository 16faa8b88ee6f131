package dev.athena.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
  @Test
  void eachPercentileIsTheNearestRank() {
    long[] nanos = LongStream.rangeClosed(1, 200).map(i -> (201 - i) * 1_000_000).toArray();

    assertThat(Percentiles.ofNanos(nanos)).isEqualTo(new Percentiles(200, 100, 190, 198));
  }

  @Test
  void oneTimeIsAllPercentiles() {
    assertThat(Percentiles.ofNanos(new long[] {5_000_000})).isEqualTo(new Percentiles(1, 5, 5, 5));
  }

  @Test
  void nothingMeasuredHasNoPercentiles() {
    assertThatThrownBy(() -> Percentiles.ofNanos(new long[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
