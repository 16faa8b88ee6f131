package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Status;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What programs can rely on, and how it is told what went wrong, in both languages. */
class BehaviourTest extends BothLanguages {
  private static final Both FILES =
      new Both(
          """
          import os
          os.makedirs("a/b")
          open("a/b/one.txt", "w").write("grüße")
          os.rename("a/b/one.txt", "two.txt")
          open("two.txt", "a").write("!")
          os.rmdir("a/b")
          [open("two.txt").read(), sorted(os.listdir(".")), os.path.getsize("two.txt")]
          """,
          """
          import fs from "node:fs";
          fs.mkdirSync("a/b", { recursive: true });
          fs.writeFileSync("a/b/one.txt", "grüße");
          fs.renameSync("a/b/one.txt", "two.txt");
          await fs.promises.appendFile("two.txt", "!");
          fs.rmdirSync("a/b");
          [fs.readFileSync("two.txt", "utf8"), fs.readdirSync("."), fs.statSync("two.txt").size];
          """);

  @ParameterizedTest
  @EnumSource(Language.class)
  void filesOfTheWorkingFolderAreReadAndWritten(Language language) {
    Outcome outcome = run(language, FILES);

    assertThat(result(outcome)).isEqualTo("[\"grüße!\",[\"a\",\"two.txt\"],8]");
    assertThat(files(outcome)).containsOnlyKeys("two.txt");
    assertThat(outcome.notes())
        .containsExactly("The working folder is gone; with a session its files are kept.");
  }

  @Test
  void theLibrariesOfPythonWork() {
    Outcome outcome =
        python(
            """
            import array, asyncio, base64, bisect, calendar, collections, concurrent.futures, csv
            import dataclasses, datetime, decimal, difflib, email.message, enum, fractions, glob
            import functools, gzip, hashlib, heapq, html, io, itertools, json, logging, lzma, math
            import operator, os, pathlib, pickle, pprint, queue, random, re, secrets, shutil, sqlite3
            import statistics, string, struct, tempfile, textwrap, threading, time, tomllib
            import unicodedata, unittest, urllib.parse, uuid, xml.etree.ElementTree, zipfile, zoneinfo

            async def double(x):
                await asyncio.sleep(0.01)
                return 2 * x

            async def all_of_it():
                return await asyncio.gather(double(1), double(2), asyncio.to_thread(abs, -5))

            base = sqlite3.connect("base.db")
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("CREATE TABLE t (x)")
            base.execute("INSERT INTO t VALUES (42)")
            with concurrent.futures.ThreadPoolExecutor(4) as pool:
                threads = list(pool.map(len, ["a", "bc"]))
            with tempfile.TemporaryDirectory() as made:
                pathlib.Path(made, "x").write_bytes(gzip.compress(b"x"))
            with zipfile.ZipFile("z.zip", "w") as archive:
                archive.writestr("inner.txt", "x")
            summer = datetime.datetime(2026, 7, 1, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))
            [
                asyncio.run(all_of_it()),
                base.execute("SELECT x FROM t").fetchone(),
                threads,
                hashlib.sha256(b"x").hexdigest()[:8],
                summer.utcoffset().total_seconds(),
                statistics.median([1, 9, 3]),
                str(decimal.Decimal("0.1") + decimal.Decimal("0.2")),
                len(str(uuid.uuid4())),
                zipfile.ZipFile("z.zip").namelist(),
            ]
            """);

    assertThat(result(outcome))
        .isEqualTo("[[2,4,5],[42],[1,2],\"2d711642\",7200.0,3,\"0.3\",36,[\"inner.txt\"]]");
    assertThat(outcome.violations()).isEmpty();
  }

  @Test
  void theLibrariesOfNodeWork() {
    Outcome outcome =
        run(
            Language.JAVASCRIPT,
            new Both(
                "",
                """
                import assert from "node:assert";
                import { AsyncLocalStorage } from "node:async_hooks";
                import crypto from "node:crypto";
                import { once, EventEmitter } from "node:events";
                import { performance } from "node:perf_hooks";
                import path from "node:path";
                import qs from "node:querystring";
                import { pipeline } from "node:stream/promises";
                import { Readable, Transform } from "node:stream";
                import { setTimeout as sleep } from "node:timers/promises";
                import { promisify, inspect } from "node:util";
                import { Worker } from "node:worker_threads";
                import zlib from "node:zlib";

                const worker = new Worker("require('worker_threads').parentPort.postMessage(7)",
                  { eval: true });
                const [message] = await once(worker, "message");
                await sleep(5);
                const upper = new Transform({ transform: (x, _, done) => done(null, `${x}`.toUpperCase()) });
                const parts = [];
                upper.on("data", (part) => parts.push(`${part}`));
                await pipeline(Readable.from(["a", "b"]), upper);
                const packed = await promisify(zlib.gzip)("x");
                [
                  message,
                  parts,
                  `${zlib.gunzipSync(packed)}`,
                  crypto.createHash("sha256").update("x").digest("hex").slice(0, 8),
                  new URL("https://a.org/x?y=1").searchParams.get("y"),
                  new Intl.DateTimeFormat("de", { timeZone: "Europe/Berlin", timeStyle: "short" })
                    .format(new Date(0)),
                  structuredClone({ a: [1n] }).a.length,
                  crypto.randomUUID().length,
                  path.join("a", "..", "b"),
                ];
                """));

    assertThat(result(outcome))
        .isEqualTo("[7,[\"A\",\"B\"],\"x\",\"2d711642\",\"1\",\"01:00\",1,36,\"b\"]");
    assertThat(outcome.violations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anExceptionIsToldWithItsTypeItsMessageAndItsPlace(Language language) {
    Outcome outcome =
        run(
            language,
            new Both(
                "def f(x):\n    raise ValueError(f'{x} is no city')\n\nf('Bärlin')",
                "function f(x) {\n  throw new RangeError(`${x} is no city`);\n}\n\nf('Bärlin');"));

    assertThat(outcome.status()).isEqualTo(Status.ERROR);
    assertThat(outcome.result()).isNull();
    assertThat(error(outcome).type()).isIn("ValueError", "RangeError");
    assertThat(error(outcome).message()).isEqualTo("Bärlin is no city");
    assertThat(error(outcome).line()).isEqualTo(2);
    assertThat(error(outcome).traceback()).contains("program.").doesNotContain("/athena");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theMessageOfAnExceptionIsCutAtItsLimit(Language language) {
    Both raise =
        new Both("raise ValueError('x' * COUNT)", "throw new RangeError('x'.repeat(COUNT));");

    Outcome atLimit = run(language, raise.with("COUNT", Shortened.MESSAGE_MAX));
    Outcome pastIt = run(language, raise.with("COUNT", Shortened.MESSAGE_MAX + 1));
    Outcome farPastIt = run(language, raise.with("COUNT", 20_000_000));

    assertThat(error(atLimit).message()).hasSize(Shortened.MESSAGE_MAX).doesNotContain("…");
    assertThat(error(pastIt).message()).hasSizeLessThanOrEqualTo(Shortened.MESSAGE_MAX + 10);
    assertThat(error(pastIt).message()).contains("…");
    assertThat(farPastIt.status()).isEqualTo(Status.ERROR);
    assertThat(error(farPastIt).message()).hasSizeLessThanOrEqualTo(Shortened.MESSAGE_MAX + 10);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aProgramThatTakesTooLongIsEndedInTime(Language language) {
    Outcome outcome =
        run(
            language,
            new Both("print('begun')\nwhile True:\n  pass", "console.log('begun');\nfor (;;);"),
            limits("\"timeout_seconds\": 1"));

    assertThat(outcome.status()).isEqualTo(Status.TIMEOUT);
    assertThat(error(outcome).message()).isEqualTo("the program took more than 1.0 seconds");
    assertThat(error(outcome).code()).isEqualTo("timeout");
    assertThat(outcome.stdout().text()).isEqualTo("begun\n");
    assertThat(outcome.use().durationMs() - outcome.use().overheadMs()).isBetween(1_000.0, 2_500.0);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void processorTimeIsLimitedToo(Language language) {
    Outcome outcome =
        run(
            language,
            new Both("while True:\n  pass", "for (;;);"),
            limits("\"timeout_seconds\": 20, \"cpu_seconds\": 1"));

    assertThat(outcome.status()).isEqualTo(Status.TIMEOUT);
    assertThat(error(outcome).message()).contains("1 seconds of processor time");
  }

  @Test
  void processorTimeOfAllThreadsCounts() {
    Outcome outcome =
        run(
            Language.JAVASCRIPT,
            new Both(
                "",
                """
                import { Worker } from "node:worker_threads";
                for (let i = 0; i < 4; i++) new Worker("for (;;);", { eval: true });
                """),
            limits("\"timeout_seconds\": 20, \"cpu_seconds\": 1"));

    assertThat(outcome.status()).isEqualTo(Status.TIMEOUT);
    assertThat(outcome.use().durationMs()).isLessThan(10_000);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void tooMuchMemoryIsTold(Language language) {
    Outcome outcome =
        run(
            language,
            new Both(
                "rows = []\nwhile True:\n  rows.append({'a': 'x' * 1000})",
                "const rows = [];\nfor (;;) rows.push({ a: new Array(1000).fill(rows.length) });"));

    assertThat(outcome.status()).isEqualTo(Status.OUT_OF_MEMORY);
    assertThat(error(outcome).message())
        .isEqualTo("the program needed more than 256 MiB of memory");
    assertThat(error(outcome).hint()).contains("limits.memory_mb");
    assertThat(outcome.stderr().text()).doesNotContain("GCs", "node::");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aCrashIsNoLackOfMemory(Language language) {
    Outcome outcome =
        run(language, new Both("import os\n\nos.abort()", "console.log(1);\nprocess.abort();"));

    assertThat(outcome.status()).isEqualTo(Status.KILLED);
    assertThat(error(outcome).message()).isEqualTo("the program crashed its language");
    assertThat(outcome.stderr().text()).doesNotContain("node::", "Fatal");
  }

  @Test
  void aCrashOfPythonIsToldWithItsLine() {
    Outcome outcome = python("import ctypes\n\nprint('a')\nctypes.string_at(0)");

    assertThat(outcome.status()).isEqualTo(Status.KILLED);
    assertThat(error(outcome).line()).isEqualTo(4);
    assertThat(outcome.stdout().text()).isEqualTo("a\n");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatIsAllowedIsNoViolation(Language language, @TempDir Path folder) throws IOException {
    Files.setAttribute(folder, "unix:mode", 0755);
    Files.writeString(folder.resolve("shown.txt"), "shown");
    Files.setAttribute(folder.resolve("shown.txt"), "unix:mode", 0644);
    JsonObject config =
        limits("\"processes\": 4")
            .with("paths", JsonCodec.readObject("{\"read\": [\"" + folder + "\"]}"));

    Outcome outcome =
        run(
            language,
            new Both(
                    """
                    import subprocess
                    said = subprocess.run(["echo", "x"], capture_output=True, text=True).stdout
                    [open("FOLDER/shown.txt").read(), said]
                    """,
                    """
                    import { execSync } from "node:child_process";
                    import fs from "node:fs";
                    [fs.readFileSync("FOLDER/shown.txt", "utf8"), execSync("echo x", { encoding: "utf8" })];
                    """)
                .with("FOLDER", folder),
            config);

    assertThat(result(outcome)).isEqualTo("[\"shown\",\"x\\n\"]");
    assertThat(outcome.violations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void outputThatIsNoTextIsShownAsFarAsItIs(Language language) {
    Outcome outcome =
        run(
            language,
            new Both(
                "import sys\nsys.stdout.buffer.write(b'a\\xff\\xc3b\\0\\n')\nprint('ü')",
                "process.stdout.write(Buffer.from([97, 255, 195, 98, 0, 10])); console.log('ü');"));

    assertThat(outcome.status()).isEqualTo(Status.OK);
    assertThat(outcome.stdout().text()).isEqualTo("a\uFFFD\uFFFDb\0\nü\n");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aResultThatIsNoJsonIsShownWithItsType(Language language) {
    Outcome outcome =
        run(language, new Both("lambda x: x", "(function double(x) { return 2 * x; })"));

    assertThat(outcome.status()).isEqualTo(Status.OK);
    assertThat(result(outcome)).containsIgnoringCase("function");
    assertThat(outcome.notes())
        .containsExactly("The result is a function, which JSON cannot hold; this is its text.");
  }

  @Test
  void modulesOfTheProgramMayBeCalledAsOursAre() {
    Outcome outcome =
        python(
            """
            for name in ("checks", "values", "channel", "check_names", "workspace", "telemetry"):
                open(name + ".py", "w").write(f"here = '{name}'")
            import checks, values, channel, check_names, workspace, telemetry
            [checks.here, values.here, channel.here, check_names.here, workspace.here, telemetry.here]
            """);

    assertThat(result(outcome))
        .isEqualTo(
            "[\"checks\",\"values\",\"channel\",\"check_names\",\"workspace\",\"telemetry\"]");
  }

  @Test
  void ourModulesAreNotThere() {
    Outcome outcome =
        python(
            """
            import sys
            ours = [m for m in sys.modules.values() if "/athena/python" in getattr(m, "__file__", "") or ""]
            [[m.__name__ for m in ours], [place for place in sys.path if "athena" in place]]
            """);

    assertThat(result(outcome)).isEqualTo("[[],[]]");
  }
}
