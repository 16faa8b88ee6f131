package dev.athena.execution;

import dev.athena.error.Characters;
import dev.athena.json.JsonObject;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an execution: written before it starts and completed when it ends.
 *
 * @param owner names the process that runs it, as {@link CodeRunner#owner} does
 * @param config the configuration in full
 * @param sourceHash SHA-256 of {@code source}, in hexadecimal
 * @param source the source with pseudonyms for what is sensitive, or null once it was forgotten
 * @param ended how it ended; null while it runs, and for good if its process died
 */
public record ExecutionRecord(
    ExecutionId id,
    Namespace namespace,
    String principal,
    String owner,
    Language language,
    @Nullable String session,
    String preset,
    JsonObject config,
    String sourceHash,
    @Nullable String source,
    Instant startedAt,
    @Nullable Ended ended) {

  /** The most violations kept of one execution that were refused on their way. */
  public static final int VIOLATIONS_MAX = 1_000;

  /**
   * How an execution ended.
   *
   * @param error the code, or the type, and the message of what ended it; null if nothing did
   * @param interrupted its process died, and another one noticed
   */
  public record Ended(
      Instant at,
      Status status,
      @Nullable String error,
      boolean interrupted,
      List<CalledOperation> calls,
      int violations,
      ResourceUse use) {
    /** The longest error kept, in characters. */
    public static final int ERROR_LENGTH_MAX = 2_000;

    public Ended {
      calls = List.copyOf(calls);
      error = error == null ? null : Characters.first(error, ERROR_LENGTH_MAX);
    }
  }
}
