package dev.athena.execution;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import java.util.Collection;

/** A configuration asks for more than the administrator of this installation allows. */
public final class BeyondCeiling extends AthenaException {
  BeyondCeiling(String option, Object wanted, Object most) {
    super(
        ErrorCode.PERMISSION_DENIED,
        "%s is %s, and here %s is allowed".formatted(option, wanted, shown(most)),
        "ask for less; the administrator of this Athena sets what is allowed in"
            + " sandbox/ceiling.json of its data folder");
  }

  private static String shown(Object most) {
    return most instanceof Collection<?> all && all.isEmpty() ? "none" : "at most " + most;
  }
}
