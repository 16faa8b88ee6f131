package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.Status;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Programs in real sandboxes of srt. */
class SrtTest extends SandboxFixture {
  private static final JsonObject SRT = JsonObject.builder().put("backend", "srt").build();

  @Test
  void bothLanguagesRun() {
    Outcome python = python("1 + 1", SRT);
    Outcome javaScript = run(new Program(Language.JAVASCRIPT, "1 + 1", null), SRT);

    assertThat(python.status()).as(python.toString()).isEqualTo(Status.OK);
    assertThat(python.result()).isEqualTo(Json.of(2));
    assertThat(javaScript.status()).as(javaScript.toString()).isEqualTo(Status.OK);
    assertThat(javaScript.result()).isEqualTo(Json.of(2));
  }
}
