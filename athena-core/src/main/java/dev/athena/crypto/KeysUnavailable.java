package dev.athena.crypto;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The keys cannot be had; nothing was read or written without them. */
public final class KeysUnavailable extends AthenaException {
  public KeysUnavailable(String problem, String hint, @Nullable Throwable cause) {
    super(ErrorCode.INTERNAL, problem, hint, cause);
  }
}
