package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request as its handler sees it. Safe for use by several threads. */
public interface Exchange {
  /** Returns who sent the request, as it describes itself. */
  Client client();

  /** Returns whom the transport authenticated; empty where it does not. */
  Optional<String> caller();

  /** Returns what the transport carried beside the request under {@code name}; none on stdio. */
  Optional<String> header(String name);

  /**
   * Tells the client how far the work is, if it asked to be told.
   *
   * <p>Calls that do not go forward are left out, and so is everything after the answer.
   *
   * @param done how much is done, growing from call to call
   * @param total how much there is, or null if unknown
   * @param message what is being done, or null
   */
  void progress(double done, @Nullable Double total, @Nullable String message);

  /** Returns whether the client no longer wants the answer. */
  boolean isCancelled();

  /**
   * Runs {@code action} when the client cancels, at once if it has.
   *
   * <p>The thread of the handler is not interrupted: an interrupt would close the files and
   * connections it happens to use.
   */
  void onCancel(Runnable action);

  /** Sends a log message, if the client asked for that level. */
  void log(LogLevel level, String logger, Json data);

  /**
   * Refuses the request unless the client declared {@code capability}.
   *
   * @throws ProtocolError if it did not
   */
  void require(String capability);

  /** Returns what the client gave for an {@link InputRequest} of an earlier round. */
  Optional<JsonObject> input(String key);

  /** Returns the state of the {@link InputRequired} this is the answer to, as it was given. */
  Optional<JsonObject> state();
}
