package dev.athena.execution;

import java.util.function.Consumer;

/** Makes what one program can reach. */
@FunctionalInterface
public interface CallsFor {
  /**
   * Returns what the program of execution {@code id} can reach.
   *
   * @param refused is told of each attempt that is refused on the way
   */
  ProgramCalls of(ExecutionId id, Consumer<Violation> refused);
}
