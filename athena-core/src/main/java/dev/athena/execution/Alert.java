package dev.athena.execution;

import dev.athena.principal.Namespace;

/** What somebody should look at now: a program that seems to have tried to carry data out. */
public record Alert(
    ExecutionId execution, Namespace namespace, String principal, Violation violation) {
  /** Returns it as one sentence. */
  public String sentence() {
    return "program %s of %s looks as if it carried data out: %s (%s)"
        .formatted(execution.value(), principal, violation.action(), violation.target());
  }
}
