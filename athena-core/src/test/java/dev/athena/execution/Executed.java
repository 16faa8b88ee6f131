package dev.athena.execution;

import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import java.time.Instant;

/** Executions for tests. */
final class Executed {
  private Executed() {}

  static ExecutionRecord by(ExecutionId id, String principal, String preset) {
    return new ExecutionRecord(
        id,
        Namespace.ofProject("here"),
        principal,
        "host:1:2",
        Language.PYTHON,
        null,
        preset,
        JsonObject.EMPTY,
        "0".repeat(64),
        null,
        Instant.EPOCH,
        null);
  }
}
