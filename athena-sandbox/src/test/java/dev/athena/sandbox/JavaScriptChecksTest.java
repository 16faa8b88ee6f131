package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaScriptChecksTest extends JavaScriptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          import { exec } from "child_process"; exec("ls")           | subprocess 1:1
          const w = require("node:worker_threads"); w                | subprocess 1:11
          const c = await import("cluster"); c                       | subprocess 1:17
          import net from "net"; net                                 | socket 1:1
          const { get } = require("https"); get                      | socket 1:17
          await fetch("https://example.org")                         | socket 1:7
          new WebSocket("wss://example.org")                         | socket 1:1
          globalThis.fetch("x")                                      | socket 1:1
          import axios from "axios"; axios                           | socket 1:1
          import x from "https://example.org/x.mjs"; x               | socket 1:1
          process.dlopen({}, "x")                                    | native_code 1:1
          require("./addon.node")                                    | native_code 1:1
          import ffi from "koffi"; ffi                               | native_code 1:1
          eval("a" + process.argv)                                   | dynamic_code 1:1
          new Function("a", process.title)                           | dynamic_code 1:1
          import vm from "vm"; vm.runInThisContext(process.title)    | dynamic_code 1:22
          (0, eval)(process.title)                                   | dynamic_code 1:1
          while (true) {}                                            | endless_loop 1:1
          for (;;) { for (const x of [1]) { break } }                | endless_loop 1:1
          do { (() => { return 1 })() } while (1)                    | endless_loop 1:1
          for (;;) { switch (x) { case 1: break } }                  | endless_loop 1:1
          a: while (1) { for (;;) { continue a } }                   | endless_loop 1:4
          while (1) { while (x) { break } }                          | endless_loop 1:1
          import { readFileSync } from "fs"; readFileSync(".env")    | secret_file 1:49
          const p = "~/.ssh/id_rsa"                                  | secret_file 1:11
          const p = `/proc/${process.pid}/environ`                   | secret_file 1:11
          const p = process.env.HOME + "/.aws/credentials"; open(p)  | secret_file 1:11
          require("path").join(h, ".ssh", "id_rsa")                  | secret_file 1:1
          import _ from "lodash"; _                                  | unavailable_module 1:1
          """)
  void findingTellsRuleAndPlace(String source, String finding) throws Exception {
    assertThat(findings(source)).containsExactly(finding);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import { STATUS_CODES } from 'http'; STATUS_CODES[404]",
        "const { isIP } = require('net'); isIP('1.2.3.4')",
        "const fetch = (x) => x; fetch('a')",
        "class A { eval(x) { return x } } new A().eval(process.title)",
        "eval('1 + 1'); new Function('a', 'return a')",
        "for (;;) { if (x()) break }",
        "while (true) { await x() }",
        "function* f() { while (true) yield 1 }",
        "a: for (const b of c) { while (true) { continue a } }",
        "while (true) { process.exit() }",
        "a: while (true) { while (true) { break a } }",
        "while (true) { if (x) { throw 1 } }",
        "try { while (true) next() } catch {}",
        "const text = 'never commit .env, see ~/.ssh and id_rsa'",
        "const o = { '.env': 1 }; ['a', '.env'].includes('x')",
        "import fs from 'fs'; fs.readFileSync('cert.pem'); fs.readFileSync('.env.example')",
        "let l; try { l = require('lodash') } catch { l = null }",
        "await import('lodash').catch(() => null)",
        "import { memory, http } from 'athena'; await http.fetch('x'); memory",
        "import a from './a.mjs'; import b from '/workspace/b.mjs'; import c from 'node:fs/promises'",
      })
  void ordinaryProgramHasNoFindings(String source) throws Exception {
    assertThat(findings(source)).isEmpty();
  }

  @Test
  void findingSaysWhatAndWhatToDoInstead() throws Exception {
    JsonObject finding = (JsonObject) checked("await fetch('x')").values().getFirst();

    assertThat(finding.text("message")).contains("fetch opens network connections");
    assertThat(finding.text("hint").orElseThrow()).contains("http.fetch(url)");
  }

  @Test
  void atMostOneHundredFindingsAreTold() throws Exception {
    assertThat(findings("fetch('x');\n".repeat(150))).hasSize(100).contains("socket 100:1");
  }

  @Test
  void largeSourceIsRead() throws Exception {
    assertThat(findings("f({ b: [1, 'x', (y) => y + 1] });\n".repeat(7_500))).isEmpty();
  }

  @Test
  void manyLoopsAroundMuchAreReadInTime() throws Exception {
    String source = "for(;;){".repeat(800) + "a(1);".repeat(40_000) + "}".repeat(800);

    assertThat(findings(source)).hasSize(100);
  }

  private List<String> findings(String source) throws Exception {
    return new Ran(List.of(frame(source)), "").findings();
  }

  private JsonArray checked(String source) throws Exception {
    return frame(source).content().array("findings").orElseThrow();
  }

  private RunnerProcess.Frame frame(String source) throws Exception {
    try (RunnerProcess process = RunnerProcess.javaScript(runner, work)) {
      process.next("ready");
      process.send("run", request(source, false));
      JsonObject checked = process.next("checked");
      assertThat(checked.object("syntax_error")).as("syntax error").isEmpty();
      return new RunnerProcess.Frame("checked", checked);
    }
  }
}
