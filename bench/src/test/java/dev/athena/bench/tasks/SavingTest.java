package dev.athena.bench.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SavingTest {
  @Test
  void aTenthIsNinetyPercentLess() {
    assertThat(Saving.percent(2_000, 200)).isEqualTo(90.0);
    assertThat(Saving.percent(8, 8)).isZero();
  }

  @Test
  void moreIsANegativeSaving() {
    assertThat(Saving.percent(4, 6)).isEqualTo(-50.0);
  }

  @Test
  void nothingIsLessThanNothing() {
    assertThatThrownBy(() -> Saving.percent(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Saving.percent(Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
