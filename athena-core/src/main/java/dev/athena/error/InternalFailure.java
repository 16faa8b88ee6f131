package dev.athena.error;

import org.jspecify.annotations.Nullable;

/** A failure that is Athena's own; the cause is for the log. */
public final class InternalFailure extends AthenaException {
  public InternalFailure(String message, @Nullable Throwable cause) {
    super(
        ErrorCode.INTERNAL,
        message,
        "try again; if it stays, run `athena doctor` and look into the log",
        cause);
  }
}
