package dev.athena.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ViolationTest {
  private static final int MAX = Violation.TARGET_LENGTH_MAX;

  @Test
  void aTargetAtItsLimitStaysAndALongerOneIsCut() {
    assertThat(at("x".repeat(MAX))).isEqualTo("x".repeat(MAX));
    assertThat(at("x".repeat(MAX + 1))).isEqualTo("x".repeat(MAX - 1) + "…");
  }

  @Test
  void noCharacterOfATargetIsSplit() {
    assertThat(at("🦉".repeat(MAX))).isEqualTo("🦉".repeat(MAX));
    assertThat(at("🦉".repeat(MAX + 1))).isEqualTo("🦉".repeat(MAX - 1) + "…");
  }

  private static String at(String target) {
    return new Violation(
            ViolationKind.FILESYSTEM, Severity.LOW, Witness.PROGRAM, "open", target, Instant.EPOCH)
        .target();
  }
}
