package dev.athena.bench.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CostTest {
  private static final Cost COST =
      Cost.of(
          List.of(
              new Exchange(10, 1_000, 500_000_000L, true),
              new Exchange(20, 2_000, 250_000_000L, true),
              new Exchange(30, 3_000, 250_000_000L, false)));

  @Test
  void tokensPassThroughTheContextOnce() {
    assertThat(COST.written()).isEqualTo(60);
    assertThat(COST.read()).isEqualTo(6_000);
    assertThat(COST.tokens()).isEqualTo(6_060);
  }

  @Test
  void whatIsSentAgainGrowsWithEachCall() {
    assertThat(COST.resent()).isEqualTo(1_010 + 3_030 + 6_060);
  }

  @Test
  void callsThatDependOnNothingShareATurn() {
    assertThat(COST.calls()).isEqualTo(3);
    assertThat(COST.turns()).isEqualTo(2);
  }

  @Test
  void costsAddUp() {
    Cost twice = COST.plus(COST);

    assertThat(twice).isEqualTo(new Cost(120, 12_000, 20_200, 6, 4, 2.0));
    assertThat(Cost.NONE.plus(COST)).isEqualTo(COST);
    assertThat(Cost.of(List.of())).isEqualTo(Cost.NONE);
  }

  @Test
  void whatIsInTheContextFromTheBeginningIsReadOnceAndResentWithEachCall() {
    Cost reading = COST.reading(100);

    assertThat(reading.tokens()).isEqualTo(COST.tokens() + 100);
    assertThat(reading.resent()).isEqualTo(COST.resent() + 100L * COST.calls());
    assertThat(reading.calls()).isEqualTo(COST.calls());
  }

  @Test
  void aModelThinksWritesAndWaitsForTheServer() {
    ModelSpeed speed = new ModelSpeed(2, 50);

    assertThat(speed.oneByOne(COST)).isCloseTo(3 * 2 + 60 / 50.0 + 1, within(1e-9));
    assertThat(speed.together(COST)).isCloseTo(2 * 2 + 60 / 50.0 + 1, within(1e-9));
  }

  @Test
  void aModelThatWritesNothingHasNoSpeed() {
    assertThatThrownBy(() -> new ModelSpeed(2, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ModelSpeed(-1, 50)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void savingsOfAllTasksAreThoseOfTheirSums() {
    Cost small = new Cost(10, 90, 100, 2, 2, 0);
    Cost known = new Cost(10, 40, 50, 1, 1, 0);
    Comparison one = new Comparison("one", new Cost(10, 990, 1_000, 10, 10, 0), small, known);
    Comparison other = new Comparison("other", new Cost(10, 190, 200, 2, 2, 0), small, known);

    Comparison total = Comparison.total(List.of(one, other));

    assertThat(one.fewerTokens()).isEqualTo(90.0);
    assertThat(other.fewerTokens()).isEqualTo(50.0);
    assertThat(total.fewerTokens()).isCloseTo(100 * (1_200 - 200) / 1_200.0, within(1e-9));
    assertThat(total.knowing().fewerTokens())
        .isCloseTo(100 * (1_200 - 100) / 1_200.0, within(1e-9));
    assertThat(total.lessTime(new ModelSpeed(1, 1_000_000)))
        .isCloseTo(100 * (12 - 4) / 12.0, within(0.01));
  }
}
