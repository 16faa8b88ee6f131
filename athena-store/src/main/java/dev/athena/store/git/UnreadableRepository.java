package dev.athena.store.git;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** A folder is in no Git repository, or the repository cannot be read. */
public final class UnreadableRepository extends AthenaException {
  UnreadableRepository(String message, String hint, @Nullable Throwable cause) {
    super(ErrorCode.INVALID_ARGUMENT, message, hint, cause);
  }
}
