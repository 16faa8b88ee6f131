package dev.athena.storage;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The storage could not do its work; nothing of the failed transaction was kept. */
public final class StorageFailure extends AthenaException {
  public StorageFailure(String message, String hint, @Nullable Throwable cause) {
    super(ErrorCode.INTERNAL, message, hint, cause);
  }
}
