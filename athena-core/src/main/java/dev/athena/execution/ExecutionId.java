package dev.athena.execution;

import dev.athena.error.InvalidArgument;

/** Names one execution. */
public record ExecutionId(String value) {
  /** What every id begins with, without the underscore. */
  public static final String PREFIX = "exe";

  /** The longest id, in characters. */
  public static final int LENGTH_MAX = 64;

  public ExecutionId {
    if (value.length() > LENGTH_MAX || !value.startsWith(PREFIX + "_") || value.length() < 5) {
      throw new InvalidArgument(
          "\"" + value.substring(0, Math.min(LENGTH_MAX, value.length())) + "\" is no execution",
          "send an id as execute_code or list_executions returned it: exe_…");
    }
  }
}
