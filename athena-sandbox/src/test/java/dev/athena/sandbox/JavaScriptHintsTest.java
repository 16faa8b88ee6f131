package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Denials are made up where the test may run as somebody who may do everything. */
class JavaScriptHintsTest extends JavaScriptTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fs.readFileSync("/nothing/.ssh/id_rsa")                          | open | .ssh/id_rsa
          await fs.promises.readFile("/nothing/.aws/config")               | open | .aws/config
          fs.stat("/nothing/.netrc", () => {})                             | stat | .netrc
          fs.createReadStream("/nothing/.env").on("error", () => {})       | open | .env
          import("fs").then(({ readdirSync: r }) => r("/nothing/.gnupg"))  | scandir | .gnupg
          """)
  void fileThatLooksSecretIsToldEvenIfTheErrorIsCaught(String call, String action, String target)
      throws Exception {
    Ran ran =
        run(
            """
            const fs = require("fs");
            process.on("unhandledRejection", () => {});
            try { %s } catch {}
            """
                .formatted(call));

    assertThat(ran.all("hint")).containsExactly(hint("filesystem", action, "/nothing/" + target));
  }

  @Test
  void eachTargetIsToldOnce() throws Exception {
    Ran ran = run("for (const i of [1, 2, 3]) require('child_process').spawnSync('/etc/passwd')");

    assertThat(ran.all("hint")).hasSize(1);
  }

  @Test
  void atMostTwoHundredAreTold() throws Exception {
    Ran ran =
        run(
            """
            import fs from "node:fs";
            for (let i = 0; i < 300; i++) {
              try { fs.readFileSync(`/nothing/${i}/.env`) } catch {}
            }
            """);

    assertThat(ran.all("hint")).hasSize(200);
  }

  @Test
  void fileThatIsOnlyMissingIsNotTold() throws Exception {
    Ran ran = run("try { require('fs').readFileSync('/nothing/a.txt') } catch {}");

    assertThat(ran.all("hint")).isEmpty();
  }

  @Test
  void programThatCannotBeStartedIsTold() throws Exception {
    Ran ran =
        run(
            """
            import { spawn, spawnSync } from "child_process";
            spawnSync("/etc/passwd");
            spawn("/etc/group").on("error", () => {});
            """);

    assertThat(ran.all("hint"))
        .containsExactly(
            hint("process", "spawn", "/etc/passwd"), hint("process", "spawn", "/etc/group"));
  }

  @Test
  void deniedConnectionIsTold() throws Exception {
    Ran ran =
        run(
            """
            import net from "node:net";
            const e = Object.assign(new Error("no"), {
              code: "ENETUNREACH", syscall: "connect", address: "10.1.2.3", port: 80 });
            const socket = new net.Socket().on("error", () => {});
            socket.destroy(e);
            """);

    assertThat(ran.all("hint")).containsExactly(hint("network", "connect", "10.1.2.3:80"));
  }

  @Test
  void deniedErrorThatEndsTheProgramHasAHintForItsAuthor() throws Exception {
    Ran ran =
        run(
            """
            throw Object.assign(new Error("EROFS: read-only file system, open '/x'"), {
              code: "EROFS", syscall: "open", path: "/x" });
            """);

    assertThat(ran.error("hint")).contains("working folder");
    assertThat(ran.all("hint")).containsExactly(hint("filesystem", "open", "/x"));
  }

  @Test
  void rejectionThatNobodyAwaitsIsStillAnError() throws Exception {
    Ran ran = run("require('fs/promises').readFile('/nothing/.env'); 1");

    assertThat(ran.status()).isEqualTo("error");
  }

  private static JsonObject hint(String kind, String action, String target) {
    return JsonObject.builder()
        .put("kind", kind)
        .put("action", action)
        .put("target", target)
        .build();
  }
}
