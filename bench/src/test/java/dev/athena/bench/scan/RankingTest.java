package dev.athena.bench.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
  @Test
  void theHighestScoresComeFirst() {
    assertThat(Ranking.top(5, 3, row -> row == 2 ? 9 : row)).containsExactly(2, 4, 3);
  }

  @Test
  void rowsAsFarAsTheLastWantedOneAreWithin() {
    assertThat(Ranking.within(new int[] {3, 1, 2, 2, 9}, 2))
        .isEqualTo(BitSet.valueOf(new long[] {0b1110}));
    assertThat(Ranking.within(new int[] {3, 1}, 10).cardinality()).isEqualTo(2);
  }

  @Test
  void overlapIsTheShareOfTheWantedThatWasFound() {
    assertThat(Ranking.overlap(List.of(1, 2, 3, 4), BitSet.valueOf(new long[] {0b100110})))
        .isEqualTo(0.5);
  }
}
