package dev.athena.error;

/** Too many calls in too short a time; the same call succeeds a little later. */
public final class RateLimited extends AthenaException {
  private final long retryAfterMillis;

  public RateLimited(String operation, long retryAfterMillis) {
    super(
        ErrorCode.RATE_LIMITED,
        "too many calls of " + operation,
        "call again in " + retryAfterMillis + " ms, or do more in one call, as remember_many does");
    this.retryAfterMillis = retryAfterMillis;
  }

  /** Returns how long to wait before the call can succeed. */
  public long retryAfterMillis() {
    return retryAfterMillis;
  }
}
