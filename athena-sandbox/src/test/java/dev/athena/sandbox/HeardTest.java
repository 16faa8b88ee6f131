package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.SandboxConfig;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.execution.Violations;
import dev.athena.execution.Witness;
import dev.athena.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeardTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  private final Heard heard = new Heard(SandboxConfig.of(JsonObject.EMPTY).limits(), false);

  @Test
  void soManyHintsAreKeptAndNoneMore() {
    for (int i = 0; i < Heard.HINTS_MAX; i++) {
      heard.note(hint(i));
    }
    assertThat(heard.violations()).hasSize(Heard.HINTS_MAX);

    heard.note(hint(Heard.HINTS_MAX));

    assertThat(heard.violations()).hasSize(Heard.HINTS_MAX);
  }

  @Test
  void whatOthersSawIsKeptAfterAnyNumberOfHints() {
    for (int i = 0; i < 2 * Heard.HINTS_MAX; i++) {
      heard.note(hint(i));
    }

    heard.note(Violations.forbiddenCall(NOW));

    assertThat(heard.violations().getLast().witness()).isEqualTo(Witness.KERNEL);
  }

  private static Violation hint(int number) {
    return Violations.hint(ViolationKind.NETWORK, "connect", "host" + number, NOW);
  }
}
