package dev.athena.execution;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;

/** The source or the configuration of a program is refused before it runs. */
public final class CodeRejected extends AthenaException {
  private final int line;

  /** Creates a refusal because of {@code line}, or of no line where that is 0. */
  public CodeRejected(int line, String message, String hint) {
    super(ErrorCode.CODE_REJECTED, message, hint);
    this.line = line;
  }

  /** Returns the line of the program that is to blame; 0 if none is. */
  public int line() {
    return line;
  }
}
