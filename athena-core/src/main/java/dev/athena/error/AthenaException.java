package dev.athena.error;

import org.jspecify.annotations.Nullable;

/**
 * A request that failed, with a message and a hint fit for the caller.
 *
 * <p>Both are read by an agent: the message says what was wrong with which value, the hint what to
 * send or do instead. What only an operator may see (paths, SQL, other callers' ids) goes into the
 * cause, which is logged and never sent.
 */
public abstract class AthenaException extends RuntimeException {
  private final ErrorCode code;
  private final String hint;

  protected AthenaException(ErrorCode code, String message, String hint) {
    this(code, message, hint, null);
  }

  protected AthenaException(
      ErrorCode code, String message, String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.hint = hint;
  }

  /** Returns the stable name of this failure. */
  public final ErrorCode code() {
    return code;
  }

  /** Returns what the caller can do about it. */
  public final String hint() {
    return hint;
  }

  /** Returns the message; unlike that of a throwable it is never null. */
  public final String problem() {
    String message = getMessage();
    return message == null ? code.wireName() : message;
  }
}
