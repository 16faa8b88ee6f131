package dev.athena.operation;

import dev.athena.error.AthenaException;
import dev.athena.privacy.Screen;
import dev.athena.privacy.Use;

/** A failure whose words held something sensitive, such as an argument that could not be used. */
final class RedactedFailure extends AthenaException {
  private RedactedFailure(AthenaException failure, String problem, String hint) {
    super(failure.code(), problem, hint);
  }

  /** Returns what is to be told of a failure: the same, if nothing in it is sensitive. */
  static AthenaException of(AthenaException failure, String tenant, Screen screen) {
    String problem = screen.text(tenant, failure.problem(), Use.ASKED).value();
    String hint = screen.text(tenant, failure.hint(), Use.ASKED).value();
    return problem.equals(failure.problem()) && hint.equals(failure.hint())
        ? failure
        : new RedactedFailure(failure, problem, hint);
  }
}
