package dev.athena.privacy;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;

/** Nobody gave the right to see this; that it was asked for is in the audit. */
public final class RevealRefused extends AthenaException {
  RevealRefused(String principal, String purpose, String problem) {
    super(
        ErrorCode.PERMISSION_DENIED,
        problem,
        "whoever runs this Athena gives the right by `athena privacy permit %s --purpose %s`"
            .formatted(principal, purpose));
  }
}
