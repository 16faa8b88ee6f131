package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.SandboxConfig;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.execution.Violations;
import dev.athena.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeardTest {
  private static final Violation SEEN = Violations.refusedConnection("a.org:80", Instant.EPOCH);

  private final Heard heard = new Heard(SandboxConfig.of(JsonObject.EMPTY).limits(), false);

  @Test
  void hintsAreKeptUpToTheLimit() {
    for (int i = 0; i <= Heard.VIOLATIONS_MAX; i++) {
      heard.note(hint(i));
    }

    assertThat(heard.violations()).hasSize(Heard.VIOLATIONS_MAX);
    assertThat(heard.violations()).doesNotContain(hint(Heard.VIOLATIONS_MAX));
  }

  @Test
  void aProgramCannotKeepOthersFromBeingHeard() {
    for (int i = 0; i < Heard.VIOLATIONS_MAX; i++) {
      heard.note(hint(i));
    }
    heard.note(SEEN);

    assertThat(heard.violations()).hasSize(Heard.VIOLATIONS_MAX).contains(SEEN);
  }

  @Test
  void whatOthersSawIsKeptUpToTheLimitToo() {
    for (int i = 0; i <= Heard.VIOLATIONS_MAX; i++) {
      heard.note(SEEN);
    }

    assertThat(heard.violations()).hasSize(Heard.VIOLATIONS_MAX);
  }

  private static Violation hint(int number) {
    return Violations.hint(ViolationKind.FILESYSTEM, "open", "/file-" + number, Instant.EPOCH);
  }
}
