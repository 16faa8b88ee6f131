package dev.athena.error;

import org.jspecify.annotations.Nullable;

/** A value the caller must change before the call can succeed. */
public final class InvalidArgument extends AthenaException {
  public InvalidArgument(String message, String hint) {
    super(ErrorCode.INVALID_ARGUMENT, message, hint);
  }

  public InvalidArgument(String message, String hint, @Nullable Throwable cause) {
    super(ErrorCode.INVALID_ARGUMENT, message, hint, cause);
  }
}
