package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorTextTest {
  private final ErrorText errors = new ErrorText();

  @Test
  void theMarkIsTakenOutHoweverItComes() {
    for (char letter : ("ab" + ErrorText.END + "c").toCharArray()) {
      errors.add(String.valueOf(letter));
    }

    assertThat(errors.whole()).isEqualTo("abc");
  }

  @Test
  void whatOnlyBeginsLikeTheMarkStays() {
    errors.add("a\0athena:");
    errors.add("enough");
    errors.add("\0ath");
    errors.close();

    assertThat(errors.whole()).isEqualTo("a\0athena:enough\0ath");
  }

  @Test
  void whatCameIsThereThoughNobodySaysThatItIsAll() {
    errors.add("a");

    assertThat(errors.whole()).isEqualTo("a");
  }
}
