package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.ProgramError;
import dev.athena.json.JsonObject;
import org.junit.jupiter.api.Test;

class ShortenedTest {
  @Test
  void aTextAtItsLimitStaysAndALongerOneEndsWithAMark() {
    assertThat(Shortened.to(3, "abc")).isEqualTo("abc");
    assertThat(Shortened.to(3, "abcd")).isEqualTo("ab…");
    assertThat(Shortened.to(3, "")).isEmpty();
  }

  @Test
  void noCharacterIsSplit() {
    assertThat(Shortened.to(3, "🦉🦉🦉")).isEqualTo("🦉🦉🦉");
    assertThat(Shortened.to(3, "🦉🦉🦉🦉")).isEqualTo("🦉🦉…");
  }

  @Test
  void everyPartOfAnErrorHasItsLimit() {
    String text = "x".repeat(100_000);
    ProgramError error =
        Shortened.error(
            JsonObject.builder()
                .put("type", text)
                .put("code", text)
                .put("message", text)
                .put("hint", text)
                .put("traceback", text)
                .put("line", 7L)
                .build());

    assertThat(error.type()).hasSize(Shortened.NAME_MAX);
    assertThat(error.code()).hasSize(Shortened.NAME_MAX);
    assertThat(error.message()).hasSize(Shortened.MESSAGE_MAX);
    assertThat(error.hint()).hasSize(Shortened.HINT_MAX);
    assertThat(error.traceback()).hasSize(Shortened.TRACEBACK_MAX);
    assertThat(error.line()).isEqualTo(7);
  }

  @Test
  void whatIsNotToldIsNotThere() {
    assertThat(Shortened.error(JsonObject.EMPTY))
        .isEqualTo(new ProgramError(null, null, "", null, null, null));
  }
}
