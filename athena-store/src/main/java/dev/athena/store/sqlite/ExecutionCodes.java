package dev.athena.store.sqlite;

import dev.athena.execution.Severity;
import dev.athena.execution.ViolationKind;

/**
 * The numbers that stand in the file for severities and kinds; once released, they never change.
 */
final class ExecutionCodes {
  private ExecutionCodes() {}

  /** Returns the number of a severity; a worse one has a higher one. */
  static int level(Severity severity) {
    return switch (severity) {
      case LOW -> 0;
      case MEDIUM -> 1;
      case HIGH -> 2;
      case CRITICAL -> 3;
    };
  }

  /** Returns the severity that has a number. */
  static Severity severity(int level) {
    for (Severity severity : Severity.values()) {
      if (level(severity) == level) {
        return severity;
      }
    }
    throw new IllegalStateException("no severity is " + level);
  }

  /** Returns the bit of a kind. */
  static int bit(ViolationKind kind) {
    return switch (kind) {
      case FILESYSTEM -> 1;
      case NETWORK -> 2;
      case PROCESS -> 4;
      case RESOURCE -> 8;
      case EXFILTRATION -> 16;
    };
  }
}
