package dev.athena.operation;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;

/** An operation was called by something other than a program in a sandbox. */
final class OnlyForPrograms extends AthenaException {
  OnlyForPrograms(String operation) {
    super(
        ErrorCode.PERMISSION_DENIED,
        operation + " is for programs in the sandbox",
        "send a program to execute_code that calls it");
  }
}
