package dev.athena.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyCommandTest {
  @Test
  void sizesAreReadWithTheirLetters() {
    assertThat(LatencyCommand.number("1k")).isEqualTo(1_000);
    assertThat(LatencyCommand.number("1M")).isEqualTo(1_000_000);
    assertThat(LatencyCommand.number("250")).isEqualTo(250);
    assertThat(LatencyCommand.number("5M")).isEqualTo(LatencyCommand.SIZE_MAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "6M", "many", "", "99999999M"})
  void anythingElseIsRefused(String size) {
    assertThatThrownBy(() -> LatencyCommand.number(size))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
