package dev.athena.execution;

import java.util.List;

/**
 * A program that was run, or refused.
 *
 * @param findings what the check of it noticed
 * @param calls what it called, in the order in which it first did
 * @param alerts what somebody should look at now
 */
public record Execution(
    ExecutionId id,
    Outcome outcome,
    List<Finding> findings,
    List<CalledOperation> calls,
    List<Alert> alerts) {
  public Execution {
    findings = List.copyOf(findings);
    calls = List.copyOf(calls);
    alerts = List.copyOf(alerts);
  }
}
