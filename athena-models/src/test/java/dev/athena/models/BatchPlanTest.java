package dev.athena.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchPlanTest {
  @Test
  void textsOfLikeLengthGoTogether() {
    List<List<Integer>> batches = BatchPlan.of(new int[] {10, 200, 11, 12, 201});

    assertThat(batches).containsExactly(List.of(0, 2, 3), List.of(1, 4));
  }

  @Test
  void rowsArePaddedUpToTheLimitAndNotPastIt() {
    int max = BatchPlan.PADDING_MAX;

    assertThat(BatchPlan.of(new int[] {10, 10 + max})).hasSize(1);
    assertThat(BatchPlan.of(new int[] {10, 10 + max + 1})).hasSize(2);
  }

  @Test
  void aBatchHasAtMostSoManyRows() {
    assertThat(BatchPlan.of(lengths(BatchPlan.ROWS_MAX, 3))).hasSize(1);
    assertThat(BatchPlan.of(lengths(BatchPlan.ROWS_MAX + 1, 3))).hasSize(2);
  }

  @Test
  void aBatchHasAtMostSoManyTokens() {
    int half = BatchPlan.TOKENS_MAX / 2;

    assertThat(BatchPlan.of(lengths(2, half))).hasSize(1);
    assertThat(BatchPlan.of(lengths(2, half + 1))).hasSize(2);
  }

  @Test
  void noTextsAreNoBatches() {
    assertThat(BatchPlan.of(new int[0])).isEmpty();
  }

  private static int[] lengths(int rows, int length) {
    int[] lengths = new int[rows];
    Arrays.fill(lengths, length);
    return lengths;
  }
}
