package dev.athena.execution;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;

/** A configuration asks for more than the administrator of this installation allows. */
public final class BeyondCeiling extends AthenaException {
  BeyondCeiling(String option, Object wanted, Object most) {
    super(
        ErrorCode.PERMISSION_DENIED,
        "%s is %s, and here at most %s is allowed".formatted(option, wanted, most),
        "ask for less; the administrator of this Athena sets what is allowed in"
            + " sandbox/ceiling.json of its data folder");
  }
}
