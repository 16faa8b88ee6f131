package dev.athena.testkit;

import dev.athena.execution.CalledOperation;
import dev.athena.execution.ExecutionFilter;
import dev.athena.execution.ExecutionId;
import dev.athena.execution.ExecutionRecord;
import dev.athena.execution.ExecutionRecord.Ended;
import dev.athena.execution.Language;
import dev.athena.execution.ResourceUse;
import dev.athena.execution.Severity;
import dev.athena.execution.Status;
import dev.athena.execution.Violation;
import dev.athena.execution.ViolationKind;
import dev.athena.execution.Witness;
import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Executions for tests: one that is plain, and what is made of it. */
public final class SomeExecutions {
  private SomeExecutions() {}

  /** Returns an execution of {@code alice} under {@code default} that has not ended. */
  public static ExecutionRecord running(Namespace namespace, ExecutionId id, Instant startedAt) {
    return new ExecutionRecord(
        id,
        namespace,
        "alice",
        "host:1:2",
        Language.PYTHON,
        null,
        "default",
        JsonObject.EMPTY,
        "0".repeat(64),
        "print(1)",
        startedAt,
        null);
  }

  /** Returns it as one of another principal, under another preset. */
  public static ExecutionRecord of(ExecutionRecord execution, String principal, String preset) {
    return new ExecutionRecord(
        execution.id(),
        execution.namespace(),
        principal,
        execution.owner(),
        execution.language(),
        execution.session(),
        preset,
        execution.config(),
        execution.sourceHash(),
        execution.source(),
        execution.startedAt(),
        execution.ended());
  }

  /** Returns it as one in another language. */
  public static ExecutionRecord in(Language language, ExecutionRecord execution) {
    return new ExecutionRecord(
        execution.id(),
        execution.namespace(),
        execution.principal(),
        execution.owner(),
        language,
        execution.session(),
        execution.preset(),
        execution.config(),
        execution.sourceHash(),
        execution.source(),
        execution.startedAt(),
        execution.ended());
  }

  /** Returns it with another source. */
  public static ExecutionRecord with(ExecutionRecord execution, @Nullable String source) {
    return new ExecutionRecord(
        execution.id(),
        execution.namespace(),
        execution.principal(),
        execution.owner(),
        execution.language(),
        execution.session(),
        execution.preset(),
        execution.config(),
        execution.sourceHash(),
        source,
        execution.startedAt(),
        execution.ended());
  }

  /** Returns it as one that has ended. */
  public static ExecutionRecord with(ExecutionRecord execution, Ended ended) {
    return new ExecutionRecord(
        execution.id(),
        execution.namespace(),
        execution.principal(),
        execution.owner(),
        execution.language(),
        execution.session(),
        execution.preset(),
        execution.config(),
        execution.sourceHash(),
        execution.source(),
        execution.startedAt(),
        ended);
  }

  /** Returns an end after one call. */
  public static Ended ended(Instant at, Status status, int violations) {
    return new Ended(
        at,
        status,
        status == Status.OK ? null : "ValueError: no",
        false,
        List.of(new CalledOperation("memory.recall", 3, 1, 0.1 + 0.2)),
        violations,
        new ResourceUse(12.5, 3.25, 7, 20_480, 99, true));
  }

  /** Returns a violation that the mediator saw. */
  public static Violation violation(ViolationKind kind, Severity severity, Instant at) {
    return new Violation(kind, severity, Witness.MEDIATOR, "open", "/etc/shadow", at);
  }

  /** Returns the filter that lets one page through, that after {@code before}. */
  public static ExecutionFilter after(Namespace namespace, ExecutionId before) {
    return new ExecutionFilter(namespace, null, null, null, null, null, before);
  }
}
