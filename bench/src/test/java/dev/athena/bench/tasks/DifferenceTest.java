package dev.athena.bench.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonCodec;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  @Test
  void orderOfMembersAndFormOfNumbersDoNotMatter() {
    assertThat(between("{\"a\": 1, \"b\": [2, 3]}", "{\"b\": [2.0, 3], \"a\": 1}")).isEmpty();
  }

  @Test
  void aDifferenceIsNamedByItsPlace() {
    assertThat(
            between(
                "{\"weeks\": [{\"n\": 1}, {\"n\": 2}]}", "{\"weeks\": [{\"n\": 1}, {\"n\": 3}]}"))
        .hasValue("answer.weeks[1].n: 2 and 3");
  }

  @Test
  void orderOfListsMatters() {
    assertThat(between("[1, 2]", "[2, 1]")).hasValue("answer[0]: 1 and 2");
  }

  @Test
  void aLongerListDiffers() {
    assertThat(between("[1]", "[1, 2]")).hasValue("answer: [1] and [1,2]");
  }

  @Test
  void aMemberThatOneLacksDiffersEvenFromNull() {
    assertThat(between("{}", "{\"a\": null}")).hasValue("answer.a is in one of them only");
  }

  @Test
  void numbersAreNotTexts() {
    assertThat(between("1", "\"1\"")).hasValue("answer: 1 and \"1\"");
  }

  private static Optional<String> between(String one, String other) {
    return Difference.between(JsonCodec.read(one), JsonCodec.read(other));
  }
}
