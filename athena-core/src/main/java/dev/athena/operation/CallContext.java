package dev.athena.operation;

import dev.athena.principal.Caller;
import org.jspecify.annotations.Nullable;

/**
 * In which surroundings an operation is called.
 *
 * @param program the program that calls, or null where none does
 */
public record CallContext(Caller caller, Follower follower, @Nullable ProgramScope program) {
  /** Returns the surroundings of a call that nobody follows. */
  public static CallContext of(Caller caller) {
    return new CallContext(caller, Follower.NOBODY, null);
  }
}
