package dev.athena.app.engine;

import dev.athena.error.AthenaException;
import java.io.IOException;

/**
 * A failure that nobody foresaw, as a log has it: what it was and where, without its words, which
 * may hold what somebody stored.
 */
final class Unforeseen extends RuntimeException {
  private Unforeseen(Throwable failure) {
    super(failure.getClass().getName());
    setStackTrace(failure.getStackTrace());
  }

  /** Returns a failure as it may be logged; one that Athena or the system words stays as it is. */
  static Exception logged(Exception failure) {
    return failure instanceof AthenaException || failure instanceof IOException
        ? failure
        : new Unforeseen(failure);
  }
}
