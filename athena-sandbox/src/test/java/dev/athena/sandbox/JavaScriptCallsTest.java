package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaScriptCallsTest extends JavaScriptTest {
  @Test
  void callIsAnsweredWithItsValue() throws Exception {
    Ran ran =
        run(
            """
            import { memory } from "athena";
            await memory.recall({ query: "x", at: new Date(0), ids: new Set([1]), no: undefined });
            """);

    JsonObject call = ran.all("call").getFirst();
    assertThat(call.text("operation")).contains("recall");
    assertThat(ran.result())
        .isEqualTo("{\"query\":\"x\",\"at\":\"1970-01-01T00:00:00.000Z\",\"ids\":[1]}");
  }

  @Test
  void answersMayComeInAnotherOrder() throws Exception {
    try (RunnerProcess process = RunnerProcess.javaScript(runner, work)) {
      process.next("ready");
      String source =
          """
          import { memory } from "athena";
          await Promise.all([memory.recall({ n: 1 }), memory.recall({ n: 2 })]);
          """;
      process.send("run", request(source, false));
      process.next("checked");
      process.send("go", JsonObject.EMPTY);
      JsonObject first = process.next("call");
      JsonObject second = process.next("call");

      process.send("answer", answer(second, Json.of("second")));
      process.send("answer", answer(first, Json.of("first")));

      assertThat(process.next("done").find("result"))
          .contains(Json.ofTexts(List.of("first", "second")));
    }
  }

  @Test
  void callThatNobodyAwaitsIsAnsweredBeforeTheEnd() throws Exception {
    Ran ran =
        run(
            """
            import { memory } from "athena";
            memory.remember({ text: "a" }).then(() => console.log("stored"));
            1;
            """);

    assertThat(ran.text("out")).isEqualTo("stored\n");
    assertThat(ran.result()).isEqualTo("1");
  }

  @Test
  void errorOfAnOperationEndsTheProgramWithItsCode() throws Exception {
    Ran ran =
        run(
            "import { memory } from 'athena';\nawait memory.recall({});",
            call -> failure(call, "not_found", "there is none", "look elsewhere"));

    assertThat(ran.status()).isEqualTo("error");
    assertThat(ran.error("code")).isEqualTo("not_found");
    assertThat(ran.error("hint")).isEqualTo("look elsewhere");
    assertThat(ran.error("type")).isEqualTo("AthenaError");
    assertThat(ran.errorLine()).isEqualTo(2);
  }

  @Test
  void errorOfAnOperationCanBeCaught() throws Exception {
    Ran ran =
        run(
            """
            import { memory, AthenaError } from "athena";
            let caught;
            try {
              await memory.recall({});
            } catch (e) {
              caught = [e instanceof AthenaError, e.retryAfterMs];
            }
            caught;
            """,
            call -> failure(call, "rate_limited", "later", "wait"));

    assertThat(ran.result()).isEqualTo("[true,250]");
  }

  @Test
  void argumentsThatAreNoJsonAreRefusedWithoutACall() throws Exception {
    Ran ran =
        run(
            """
            import { memory } from "athena";
            const circle = {};
            circle.circle = circle;
            const refused = [];
            for (const bad of [{ f() {} }, circle, { n: NaN }, { big: "x".repeat(2 ** 24) }]) {
              await memory.recall(bad).catch((e) => refused.push(e.code));
            }
            refused;
            """);

    assertThat(ran.all("call")).isEmpty();
    assertThat(ran.result())
        .isEqualTo("[" + "\"invalid_argument\",".repeat(3) + "\"invalid_argument\"]");
  }

  @Test
  void progressIsTold() throws Exception {
    Ran ran = run("import { progress } from 'athena'; progress(1, 4, 'first'); progress(2); 1");

    assertThat(ran.all("progress"))
        .containsExactly(
            progress(1, Json.of(4), Json.of("first")),
            progress(2, Json.Null.VALUE, Json.Null.VALUE));
  }

  @Test
  void runnerEndsWhenNobodyListens() throws Exception {
    try (RunnerProcess process = RunnerProcess.javaScript(runner, work)) {
      process.next("ready");

      process.closeInput();

      assertThat(process.exitCode()).isZero();
    }
  }

  private static JsonObject failure(JsonObject call, String code, String message, String hint) {
    JsonObject error =
        JsonObject.builder()
            .put("code", code)
            .put("message", message)
            .put("hint", hint)
            .put("retry_after_ms", 250)
            .build();
    return JsonObject.builder()
        .put("id", call.find("id").orElseThrow())
        .put("error", error)
        .build();
  }

  private static JsonObject progress(long done, Json total, Json message) {
    return JsonObject.builder()
        .put("done", done)
        .put("total", total)
        .put("message", message)
        .build();
  }
}
