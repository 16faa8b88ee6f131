package dev.athena.execution;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** No sandbox can be had, so no code runs. */
public final class SandboxUnavailable extends AthenaException {
  public SandboxUnavailable(String message, String hint, @Nullable Throwable cause) {
    super(ErrorCode.SANDBOX_UNAVAILABLE, message, hint, cause);
  }
}
