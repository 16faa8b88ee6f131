package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaScriptModulesTest extends JavaScriptTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "import fs from 'node:fs'; typeof fs.readFileSync",
        "import { readFileSync } from 'fs'; typeof readFileSync",
        "import * as fs from 'fs'; typeof fs.default.readFileSync",
        "const { readFileSync } = require('fs'); typeof readFileSync",
        "typeof (await import('node:fs')).readFileSync",
        "import { memory } from 'athena'; typeof memory.recall",
        "typeof require('athena').memory.recall",
        "typeof (await import('athena')).memory.recall",
        "import * as m from 'module'; typeof m.createRequire(import.meta.url)('fs').openSync",
        "if (require.main === module) { globalThis.x = () => 1 } typeof x",
      })
  void modulesOfNodeAndAthenaAreImportedInEveryWay(String source) throws Exception {
    assertThat(run(source).result()).isEqualTo("\"function\"");
  }

  @Test
  void functionsOfNodeCanStillBePromisified() throws Exception {
    Ran ran =
        run("import { promisify as p } from 'util'; import fs from 'fs'; await p(fs.exists)('/')");

    assertThat(ran.result()).isEqualTo("true");
  }

  @Test
  void filesOfTheWorkingFolderAreImported() throws Exception {
    given(
        "lib/a.mjs",
        "import { b } from './b.js'; import { memory } from 'athena';"
            + " export const a = [b, typeof memory];");
    given("lib/b.js", "export const b = 'b';");
    given("old.js", "const { sep } = require('path'); module.exports = { old: sep };");
    given("data.json", "{\"n\": 1}");

    Ran ran =
        runInSession(
            """
            import { a } from "./lib/a.mjs";
            import old, { old as same } from "./old.js";
            import data from "./data.json";
            const again = await import("./lib/a");
            [a, old.old, same, data.n, again.a === a];
            """);

    assertThat(ran.result()).isEqualTo("[[\"b\",\"object\"],\"/\",\"/\",1,true]");
  }

  @Test
  void modulesThatImportEachOtherAreLinkedOnce() throws Exception {
    given(
        "a.mjs",
        "import { b } from './b.mjs'; export const a = () => b;"
            + " globalThis.n = (globalThis.n ?? 0) + 1;");
    given("b.mjs", "import { a } from './a.mjs'; export const b = 1; export const c = () => a;");

    Ran ran =
        runInSession(
            """
            const [x, y] = await Promise.all([import("./a.mjs"), import("./b.mjs")]);
            [x.a(), y.c()(), n];
            """);

    assertThat(ran.result()).isEqualTo("[1,1,1]");
  }

  @Test
  void errorInAFileTellsThatFile() throws Exception {
    given("lib.mjs", "export function f() {\n  null.x;\n}");
    given("bad.mjs", "export const a = 1;\nexport const = 2;");

    Ran ran = runInSession("import { f } from './lib.mjs';\nf()");

    assertThat(ran.error("traceback")).contains("(lib.mjs:2:8)", "at program.js:2:1");
    assertThat(ran.errorLine()).isEqualTo(2);
    assertThat(runInSession("await import('./bad.mjs')").error("traceback")).contains("bad.mjs:2");
  }

  @Test
  void moduleThatIsNotThereIsAnErrorWithAHint() throws Exception {
    assertThat(run("import _ from 'lodash'; _").error("hint")).contains("Node's own modules");
    assertThat(run("require('lodash')").error("hint")).contains("Node's own modules");
    assertThat(run("import './none.mjs'; 1").error("message")).contains("./none.mjs");
  }

  @Test
  void packageOfTheWorkingFolderIsImported() throws Exception {
    given("node_modules/own/package.json", "{\"main\": \"main.js\"}");
    given("node_modules/own/main.js", "module.exports = () => 'own';");

    assertThat(runInSession("import own from 'own'; own()").result()).isEqualTo("\"own\"");
  }
}
