package dev.athena.operation;

import dev.athena.principal.Caller;
import java.time.Duration;

/** Is told of every call that was made, after it ended. */
@FunctionalInterface
public interface CallListener {
  /**
   * Notes a call; {@code failure} is empty for one that succeeded, else the code it failed with.
   */
  void called(Caller caller, String operation, Duration took, String failure);
}
