package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaScriptFilesTest extends JavaScriptTest {
  @Test
  void onlyWhatChangedIsSentBack() throws Exception {
    given("same.txt", "same");
    given("changed.txt", "one");
    given("gone/away.txt", "away");

    Ran ran =
        runInSession(
            """
            import fs from "node:fs";
            fs.writeFileSync("changed.txt", "two");
            fs.rmSync("gone", { recursive: true });
            fs.mkdirSync("a/b", { recursive: true });
            fs.writeFileSync("a/b/new.txt", "new");
            fs.writeFileSync("empty", "");
            fs.readFileSync("same.txt", "utf8");
            """);

    assertThat(ran.result()).isEqualTo("\"same\"");
    assertThat(ran.sentFiles())
        .isEqualTo(Map.of("changed.txt", "two", "a/b/new.txt", "new", "empty", ""));
    assertThat(ran.all("removed").stream().map(frame -> frame.text("path").orElseThrow()))
        .containsExactly("gone/away.txt");
    assertThat(ran.done().array("files").orElseThrow().values())
        .containsExactly(
            file("a/b/new.txt", 3), file("changed.txt", 3), file("empty", 0), file("same.txt", 4));
  }

  @Test
  void largeFileComesAndGoesInPieces() throws Exception {
    Ran ran = runInSession("require('fs').writeFileSync('big', 'x'.repeat(2500000))");

    assertThat(ran.all("file")).hasSize(3);
    assertThat(ran.sentFiles().get("big")).hasSize(2_500_000);
  }

  @Test
  void filesOfAnErrorAreKeptToo() throws Exception {
    Ran ran = runInSession("require('fs').writeFileSync('a', '1'); throw new Error('x')");

    assertThat(ran.status()).isEqualTo("error");
    assertThat(ran.sentFiles()).containsEntry("a", "1");
  }

  @Test
  void withoutASessionFilesAreToldAndNotSent() throws Exception {
    Ran ran = run("require('fs').writeFileSync('a', '1')");

    assertThat(ran.all("file")).isEmpty();
    assertThat(ran.done().array("files").orElseThrow().values()).containsExactly(file("a", 1));
  }

  @Test
  void linksAndPipesStayBehind() throws Exception {
    Ran ran =
        runInSession(
            """
            const fs = require("fs");
            fs.symlinkSync("nothing", "link");
            fs.symlinkSync(".", "folder");
            require("child_process").execSync("mkfifo pipe");
            """);

    assertThat(ran.all("file")).isEmpty();
  }

  @Test
  void filesPastTheLimitOfNumberAreNotSentAndNamed() throws Exception {
    Ran ran = runInSession("for (let i = 0; i < 12; i++) require('fs').writeFileSync('f' + i, '')");

    assertThat(ran.sentFiles()).hasSize(FILES_MAX);
    assertThat(ran.done().array("files_left").orElseThrow().values())
        .containsExactly(Json.of("f8"), Json.of("f9"));
  }

  @Test
  void fileOfExactlyTheLimitOfBytesIsSentAndOneByteMoreIsNot() throws Exception {
    String source = "require('fs').writeFileSync('f', 'x'.repeat(%d))";

    assertThat(runInSession(source.formatted(FILES_BYTES_MAX)).sentFiles()).containsKey("f");
    assertThat(runInSession(source.formatted(FILES_BYTES_MAX + 1)).sentFiles()).isEmpty();
  }

  @Test
  void fileThatGrewPastTheLimitIsNotRemoved() throws Exception {
    given("f", "old");

    Ran ran =
        runInSession(
            "require('fs').writeFileSync('f', 'x'.repeat(%d))".formatted(FILES_BYTES_MAX + 1));

    assertThat(ran.all("removed")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../out", "/tmp/out", "a/../../out", "a//b", "", "."})
  void pathOutsideOfTheFolderIsRefused(String path) throws Exception {
    try (RunnerProcess process = RunnerProcess.javaScript(runner, work)) {
      process.next("ready");
      process.send(
          "file",
          JsonObject.builder().put("path", path).put("content", "").put("more", false).build());

      assertThat(process.exitCode()).isNotZero();
      assertThat(process.errorOutput()).contains("no path within the working folder");
    }
  }

  private static JsonObject file(String path, long size) {
    return JsonObject.builder().put("path", path).put("size", size).build();
  }
}
