package dev.athena.execution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one request.
 *
 * @param bytesUp how much the program chose to send: path, headers and body
 * @param bytesDown the body of the answer, unpacked; 0 without one
 * @param status that of the answer, or null without one
 * @param problem why there is no answer, or null with one
 * @param tookMs how long it took, in milliseconds
 */
public record FetchEvent(
    Verdict verdict,
    String method,
    String host,
    int port,
    long bytesUp,
    long bytesDown,
    @Nullable Integer status,
    @Nullable String problem,
    Instant at,
    double tookMs) {

  /** Whether it was sent. */
  public enum Verdict {
    /** It was sent and answered. */
    ANSWERED,
    /** It was allowed, and there is no answer that could be handed on. */
    FAILED,
    /** It was not sent. */
    REFUSED
  }
}
