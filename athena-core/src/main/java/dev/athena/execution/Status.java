package dev.athena.execution;

import java.util.Locale;

/** How an execution ended. */
public enum Status {
  /** The program came to its end. */
  OK,
  /** The program failed by itself. */
  ERROR,
  /** The time allowed ran out. */
  TIMEOUT,
  /** The memory allowed ran out. */
  OUT_OF_MEMORY,
  /** It was ended from outside: by the kernel, by a limit, or because the caller gave up. */
  KILLED,
  /** It was not run. */
  REJECTED;

  /** Returns the name used on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
