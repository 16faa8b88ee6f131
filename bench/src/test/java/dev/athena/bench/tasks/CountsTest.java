package dev.athena.bench.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountsTest {
  private static final Counts COUNTS =
      Counts.of(List.of("pear", "fig", "plum", "fig", "pear", "apple"), name -> name);

  @Test
  void theMostFrequentComesFirstAndOfEqualsTheFirstByName() {
    assertThat(COUNTS.ranked()).containsExactly("fig", "pear", "apple", "plum");
  }

  @Test
  void jsonHasEachNameWithItsCount() {
    assertThat(JsonCodec.write(COUNTS.json()))
        .isEqualTo("{\"apple\":1,\"fig\":2,\"pear\":2,\"plum\":1}");
  }
}
