package dev.athena.sandbox;

import dev.athena.execution.Violation;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What a wall does for one sandbox from its start to its end. */
interface Guard {
  /** Has nothing to do. */
  Guard NONE = new Guard() {};

  /**
   * Says what must be said before the runner speaks.
   *
   * @throws IOException if the sandbox is gone already
   */
  default void started(Cell cell) throws IOException {}

  /** Returns what was seen, from outside, of the program that ran; asked once it has ended. */
  default List<Violation> seen(Instant at) {
    return List.of();
  }

  /** Removes what was made for the sandbox, which is gone or never was. */
  default void gone() {}
}
