package dev.athena.execution;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that was allowed has no answer that can be handed on.
 *
 * <p>Its code says whose turn it is: {@code not_found} if nobody answers under that name and port,
 * {@code timeout} if the time ran out, {@code quota_exceeded} if the answer is too large, {@code
 * query_error} if what came is no answer: broken encryption, broken HTTP, too many redirects.
 */
public final class FetchFailed extends AthenaException {
  private FetchFailed(ErrorCode code, String message, String hint, @Nullable Throwable cause) {
    super(code, message, hint, cause);
  }

  /** Returns the failure to reach a host; {@code reason} completes "example.org:443 …". */
  public static FetchFailed unreachable(FetchUrl url, String reason, Throwable cause) {
    return new FetchFailed(
        ErrorCode.NOT_FOUND,
        url.place() + " " + reason,
        "check the host and the port; try again if they are right",
        cause);
  }

  /** Returns the failure to answer in time. */
  public static FetchFailed late(FetchUrl url, Duration time, @Nullable Throwable cause) {
    return new FetchFailed(
        ErrorCode.TIMEOUT,
        "%s did not answer within %s seconds"
            .formatted(url.place(), ConfigRange.plain(time.toMillis() / 1_000.0)),
        "ask for less, or give it more time, up to network.fetch_seconds of the sandbox",
        cause);
  }

  /** Returns the failure to hand on an answer of more than {@code bytesMax} bytes. */
  public static FetchFailed tooLarge(FetchUrl url, int bytesMax) {
    return new FetchFailed(
        ErrorCode.QUOTA_EXCEEDED,
        "the answer of %s has more than %,d bytes".formatted(url.place(), bytesMax),
        "ask for a part of it, such as one page, or with a Range header; the limit is"
            + " network.response_kb of the sandbox",
        null);
  }

  /** Returns that what came is no answer; {@code reason} completes "example.org:443 …". */
  public static FetchFailed unusable(FetchUrl url, String reason, @Nullable Throwable cause) {
    return new FetchFailed(
        ErrorCode.QUERY_ERROR,
        url.place() + " " + reason,
        "the fault is with that host or the URL; another one may work",
        cause);
  }

  /** Returns the failure to hand on an answer that may hold what was sent. */
  static FetchFailed withheld(FetchUrl url) {
    return new FetchFailed(
        ErrorCode.QUERY_ERROR,
        url.place() + " answered with what is no text, and may hold what is private",
        "ask for an answer in text, such as JSON; the request itself was sent",
        null);
  }

  /** Returns the same without its cause, in which may be what was sent. */
  FetchFailed alone() {
    return new FetchFailed(code(), problem(), hint(), null);
  }
}
