package dev.athena.operation;

import dev.athena.detection.SensitiveType;
import dev.athena.principal.Caller;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which surroundings an operation is called.
 *
 * @param program the program that calls, or null where none does
 * @param redacted how much of the arguments was replaced by pseudonyms, by type
 */
public record CallContext(
    Caller caller,
    Follower follower,
    @Nullable ProgramScope program,
    Map<SensitiveType, Integer> redacted) {
  public CallContext {
    redacted = Map.copyOf(redacted);
  }

  /** Returns the surroundings of a call that somebody follows. */
  public CallContext(Caller caller, Follower follower, @Nullable ProgramScope program) {
    this(caller, follower, program, Map.of());
  }

  /** Returns the surroundings of a call that nobody follows. */
  public static CallContext of(Caller caller) {
    return new CallContext(caller, Follower.NOBODY, null);
  }

  /** Returns the same for a call of whose arguments so much was replaced. */
  CallContext redacted(Map<SensitiveType, Integer> counts) {
    return new CallContext(caller, follower, program, counts);
  }
}
