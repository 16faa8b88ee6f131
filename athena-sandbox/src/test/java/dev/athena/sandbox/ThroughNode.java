package dev.athena.sandbox;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;

/** Programs in JavaScript that have Python do what they cannot call themselves. */
final class ThroughNode {
  private ThroughNode() {}

  /**
   * Returns a program with the verdict of the Python program {@code attack}; that the kernel ended
   * it is a verdict too. Whatever else happens to it is none, and so counts as not blocked.
   */
  static String source(String harness, String attack) {
    return """
    import { spawnSync } from "node:child_process";
    import fs from "node:fs";

    fs.writeFileSync("harness.py", %s);
    fs.writeFileSync("attack.py", %s);
    const child = spawnSync("/usr/bin/python3", ["harness.py", "attack.py"], {
      encoding: "utf8",
    });
    const last = child.stdout.trimEnd().split("\\n").at(-1);
    const ended = child.signal === "SIGSYS" ? "BLOCKED:SIGSYS" : `no verdict: ${child.stderr}`;
    export default child.status === 0 ? last : ended;
    """
        .formatted(JsonCodec.write(Json.of(harness)), JsonCodec.write(Json.of(attack)));
  }
}
