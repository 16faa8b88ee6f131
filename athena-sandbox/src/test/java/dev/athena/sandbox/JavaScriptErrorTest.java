package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaScriptErrorTest extends JavaScriptTest {
  @Test
  void errorTellsTheProgramsOwnFrames() throws Exception {
    Ran ran =
        run(
            """
            async function outer() {
              return await inner({});
            }
            async function inner(x) {
              await null;
              return x.y.z;
            }
            await outer();
            """);

    assertThat(ran.status()).isEqualTo("error");
    assertThat(ran.result()).isEqualTo("null");
    assertThat(ran.error("type")).isEqualTo("TypeError");
    assertThat(ran.errorLine()).isEqualTo(6);
    assertThat(ran.error("traceback"))
        .isEqualTo(
            """
            TypeError: Cannot read properties of undefined (reading 'z')
                at inner (program.js:6:14)
                at async outer (program.js:2:10)
                at program.js:8:1\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1; f(); function f() { null.x }         | TypeError      | program.js:1:29
          1; null.x                               | TypeError      | program.js:1:9
          null.x; 1                               | TypeError      | program.js:1:6
          JSON.parse("{")                         | SyntaxError    | program.js:1:6
          [1].map(() => { throw new Error("a") }) | Error          | program.js:1:23
          setTimeout(() => null.x, 5); 1          | TypeError      | program.js:1:23
          Promise.reject(new Error("lost")); 1    | Error          | program.js:1:16
          class Own extends Error {}; throw new Own("x") | Own     | program.js:1:35
          eval("null.x")                          | TypeError      | program.js:1:1
          const x = await import("nothing")       | Error          | program.js:1:11
          import { nothing } from "fs"; 1         | SyntaxError    | program.js:1:1
          import nothing from "nothing"; 1        | Error          | program.js:1:1
          """)
  void errorTellsWhereItHappened(String source, String type, String place) throws Exception {
    Ran ran = run(source);

    assertThat(ran.status()).isEqualTo("error");
    assertThat(ran.error("type")).isEqualTo(type);
    assertThat(ran.error("traceback")).contains(place).doesNotContain(folder.toString(), "node:");
    assertThat(ran.errorLine()).isEqualTo(1);
  }

  @Test
  void errorOfPromisesOfFilesTellsWhereTheyWereAsked() throws Exception {
    Ran ran = run("import fs from 'fs/promises';\nawait fs.readFile('/nothing/here')");

    assertThat(ran.error("message")).startsWith("ENOENT");
    assertThat(ran.errorLine()).isEqualTo(2);
  }

  @Test
  void causeIsToldToo() throws Exception {
    Ran ran = run("throw new Error('a', { cause: new RangeError('b') })");

    assertThat(ran.error("traceback"))
        .isEqualTo(
            """
            Error: a
                at program.js:1:7
            Caused by RangeError: b
                at program.js:1:31\
            """);
  }

  @Test
  void endlessRecursionIsToldShortly() throws Exception {
    Ran ran = run("const f = () => f() + 1;\nf()");

    assertThat(ran.error("type")).isEqualTo("RangeError");
    assertThat(ran.error("traceback").lines().count()).isLessThan(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          throw "text"                                        | string | text
          throw { a: 1 }                                      | Object | { a: 1 }
          throw null                                          | object | null
          throw new Proxy(new Error("x"), { get() { throw 1 } }) | Object |
          """)
  void whatIsNoErrorCanBeThrown(String source, String type, String message) throws Exception {
    Ran ran = run(source);

    assertThat(ran.status()).isEqualTo("error");
    assertThat(ran.error("type")).isEqualTo(type);
    assertThat(ran.error("message")).contains(message == null ? "" : message);
  }

  @Test
  void exitCodeZeroIsNoError() throws Exception {
    Ran ran = run("console.log('a'); process.exit(0); console.log('never')");

    assertThat(ran.status()).isEqualTo("ok");
    assertThat(ran.result()).isEqualTo("null");
    assertThat(ran.text("out")).isEqualTo("a\n");
  }

  @Test
  void otherExitCodeIsAnError() throws Exception {
    Ran ran = run("\nprocess.exit(3)");

    assertThat(ran.status()).isEqualTo("error");
    assertThat(ran.error("message")).contains("exit code 3");
    assertThat(ran.errorLine()).isEqualTo(2);
    assertThat(run("process.exitCode = 4; 1").error("message")).contains("exit code 4");
  }

  @Test
  void promiseThatNothingSettlesIsAnError() throws Exception {
    assertThat(run("await new Promise(() => {})").error("message")).contains("waits for a promise");
  }

  @Test
  void programMayListenForItsOwnLostErrors() throws Exception {
    Ran ran =
        run("process.on('unhandledRejection', (e) => console.log(e)); Promise.reject('x'); 1");

    assertThat(ran.status()).isEqualTo("ok");
    assertThat(ran.text("out")).isEqualTo("x\n");
  }

  @Test
  void syntaxErrorIsToldBeforeTheProgramRunsAndAgainIfItShould() throws Exception {
    Ran ran = run("const a = 1;\n  return a;");

    JsonObject fault = ran.all("checked").getFirst().object("syntax_error").orElseThrow();
    assertThat(fault.whole("line")).contains(2L);
    assertThat(fault.whole("column")).contains(3L);
    assertThat(fault.text("message").orElseThrow()).contains("last line be the result");
    assertThat(ran.error("type")).isEqualTo("SyntaxError");
    assertThat(ran.errorLine()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"[,100000", "(,100000", "a+,100000", "-,100000", "{,50000"})
  void sourceNestedTooDeeplyIsASyntaxError(String part, int times) throws Exception {
    Ran ran = run("let a = 1; " + part.repeat(times));

    assertThat(ran.all("checked").getFirst().object("syntax_error")).isPresent();
    assertThat(ran.status()).isEqualTo("error");
  }

  @Test
  void allocationThatFailsIsOutOfMemory() throws Exception {
    Ran ran = run("const kept = []; for (;;) kept.push(new ArrayBuffer(2 ** 52))");

    assertThat(ran.status()).isEqualTo("out_of_memory");
  }
}
