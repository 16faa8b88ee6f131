package dev.athena.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomnessTest {
  private static final int EACH = 1000;

  private final RandomGenerator random = new Random(3);

  @ParameterizedTest
  @ValueSource(
      strings = {"{20:A-Za-z0-9}", "{40:0-9a-f}", "{32:a-z}", "{24:A-Z2-7}", "{43:A-Za-z0-9_-}"})
  void whatIsChosenByChanceIsRandom(String template) {
    int recognized = 0;

    for (int i = 0; i < EACH; i++) {
      if (Randomness.isRandom(new Template(template).filled(random))) {
        recognized++;
      }
    }

    assertThat(recognized).isGreaterThanOrEqualTo(EACH * 97 / 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "passwordResetToken",
        "spring.datasource.password",
        "MAX_CONNECTIONS_PER_HOST",
        "org.apache.commons.lang3",
        "the-quick-brown-fox",
        "2024-01-02",
        "getElementById",
        "application/x-www-form-urlencoded"
      })
  void whatIsMadeOfWordsIsNot(String text) {
    assertThat(Randomness.isRandom(text)).isFalse();
  }
}
