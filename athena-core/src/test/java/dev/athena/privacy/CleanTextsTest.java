package dev.athena.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextsTest {
  private final CleanTexts clean = new CleanTexts();

  @Test
  void knowsWhatItWasToldAndNothingElse() {
    clean.add("event_type");

    assertThat(clean.has("event_type")).isTrue();
    assertThat(clean.has("event")).isFalse();
  }

  @Test
  void keepsNoLongText() {
    String longest = "x".repeat(CleanTexts.LENGTH_MAX);
    clean.add(longest);
    clean.add(longest + "x");

    assertThat(clean.has(longest)).isTrue();
    assertThat(clean.has(longest + "x")).isFalse();
  }

  @Test
  void beginsAnewWhenItIsFull() {
    for (int i = 0; i < CleanTexts.TEXTS_MAX; i++) {
      clean.add("text " + i);
    }
    assertThat(clean.size()).isEqualTo(CleanTexts.TEXTS_MAX);

    clean.add("one more");

    assertThat(clean.size()).isEqualTo(1);
    assertThat(clean.has("one more")).isTrue();
  }
}
