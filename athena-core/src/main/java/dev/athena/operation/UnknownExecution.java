package dev.athena.operation;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.execution.ExecutionId;

/** No execution of the project has that id. */
final class UnknownExecution extends AthenaException {
  UnknownExecution(ExecutionId id) {
    super(
        ErrorCode.NOT_FOUND,
        "there is no execution %s in this project".formatted(id.value()),
        "list_executions shows those there are; old ones are forgotten");
  }
}
