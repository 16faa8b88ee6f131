package dev.athena.execution;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** All that a running program can reach outside its sandbox. Safe for use by several threads. */
public interface ProgramCalls {
  /**
   * Calls an operation with the rights of the program.
   *
   * @throws dev.athena.error.AthenaException if it is refused or fails; the program gets it as an
   *     exception of its language
   */
  Json call(String operation, JsonObject arguments);

  /** Tells whoever waits for the program how far it is. */
  void progress(double done, @Nullable Double total, @Nullable String message);

  /** Runs {@code action} when nobody waits for the program any more, at once if that is so. */
  void onCancel(Runnable action);
}
