package dev.athena.operation;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.principal.Grant;

/** A program calls what its caller may and it may not. */
final class NotInThisSandbox extends AthenaException {
  NotInThisSandbox(OperationSpec spec) {
    super(ErrorCode.PERMISSION_DENIED, problem(spec), hint(spec));
  }

  private static String problem(OperationSpec spec) {
    return spec.grant().isForPrograms()
        ? "%s needs the grant \"%s\", which this sandbox takes from the program"
            .formatted(spec.name(), spec.grant().wireName())
        : spec.name() + " cannot be called by a program";
  }

  private static String hint(OperationSpec spec) {
    if (spec.grant().isForPrograms()) {
      return "run it with a preset whose memory is full, such as balanced";
    }
    return spec.grant() == Grant.EXECUTE
        ? "put all of the code into one program, or send the next one after this one"
        : "call it as a tool, outside of any program";
  }
}
