package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonObject;
import org.junit.jupiter.api.Test;

class JavaScriptOutputTest extends JavaScriptTest {
  @Test
  void outputComesInOrderLineByLine() throws Exception {
    Ran ran =
        run(
            """
            console.log("a", { b: 1 });
            console.error("c");
            process.stdout.write("d");
            process.stderr.write("e\\n");
            console.table([{ x: 1 }]);
            """);

    assertThat(ran.frames().stream().map(RunnerProcess.Frame::kind))
        .startsWith("checked", "out", "err", "out", "err", "out");
    assertThat(ran.text("out")).startsWith("a { b: 1 }\nd").contains("│");
    assertThat(ran.text("err")).isEqualTo("c\ne\n");
  }

  @Test
  void lineIsSentWhileTheProgramIsStillBusy() throws Exception {
    try (RunnerProcess process = RunnerProcess.javaScript(runner, work)) {
      process.next("ready");
      process.send("run", request("console.log('first'); for (;;) {}", false));
      process.next("checked");
      process.send("go", JsonObject.EMPTY);

      assertThat(process.next("out").text("text")).contains("first\n");
    }
  }

  @Test
  void manyLinesComeTogether() throws Exception {
    Ran ran = run("for (let i = 0; i < 4000; i++) console.log(i % 10)");

    assertThat(ran.text("out")).hasSize(8_000);
    assertThat(ran.all("out").size()).isBetween(1_001, 1_500);
  }

  @Test
  void nothingOfMuchOutputIsLost() throws Exception {
    Ran ran = run("for (let i = 0; i < 5_000; i++) console.log('x'.repeat(999)); 'end'");

    assertThat(ran.text("out")).hasSize(5_000_000);
    assertThat(ran.result()).isEqualTo("\"end\"");
  }

  @Test
  void partsOfACharacterAreWaitedFor() throws Exception {
    Ran ran = run("for (const b of Buffer.from('ü€')) process.stdout.write(Buffer.from([b]))");

    assertThat(ran.text("out")).isEqualTo("ü€");
  }

  @Test
  void descriptorsOfTheProgramCarryNoFrames() throws Exception {
    Ran ran =
        run(
            """
            import fs from "node:fs";
            fs.writeSync(1, "to 1;");
            fs.writeSync(2, "to 2;");
            const read = [];
            for await (const chunk of process.stdin) read.push(chunk);
            [fs.readFileSync(0, "utf8"), read];
            """);

    assertThat(ran.result()).isEqualTo("[\"\",[]]");
    assertThat(ran.errorOutput()).isEqualTo("to 1;to 2;");
  }

  @Test
  void programSaysItsLastWords() throws Exception {
    Ran ran = run("process.on('exit', () => console.log('bye')); console.log('hi')");

    assertThat(ran.text("out")).isEqualTo("hi\nbye\n");
  }

  @Test
  void workBegunIsWaitedFor() throws Exception {
    Ran ran = run("setTimeout(() => console.log('late'), 100); 'early'");

    assertThat(ran.text("out")).isEqualTo("late\n");
    assertThat(ran.result()).isEqualTo("\"early\"");
  }
}
