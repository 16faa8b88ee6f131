package dev.athena.execution;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditOutcome;
import dev.athena.json.JsonObject;
import dev.athena.json.WireName;

/** What the audit is told of programs: which one, whose, under which preset, and how it ended. */
final class RunAudit {
  private static final String EVENT = "event";

  private RunAudit() {}

  static AuditEvent started(ExecutionRecord record) {
    return new AuditEvent(
        record.startedAt(),
        record.namespace().tenant(),
        record.principal(),
        AuditAction.EXECUTION,
        AuditOutcome.DONE,
        record.id().value(),
        "",
        JsonObject.builder()
            .put(EVENT, "start")
            .put("preset", record.preset())
            .put("language", WireName.of(record.language()))
            .put("project", record.namespace().project())
            .build());
  }

  static AuditEvent ended(ExecutionRecord record, ExecutionRecord.Ended ended) {
    return new AuditEvent(
        ended.at(),
        record.namespace().tenant(),
        record.principal(),
        AuditAction.EXECUTION,
        outcome(ended.status()),
        record.id().value(),
        "",
        JsonObject.builder()
            .put(EVENT, ended.interrupted() ? "interrupted" : "end")
            .put("preset", record.preset())
            .put("status", WireName.of(ended.status()))
            .put("violations", ended.violations())
            .build());
  }

  private static AuditOutcome outcome(Status status) {
    return switch (status) {
      case OK -> AuditOutcome.DONE;
      case REJECTED -> AuditOutcome.REFUSED;
      default -> AuditOutcome.FAILED;
    };
  }
}
