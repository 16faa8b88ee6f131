package dev.athena.json;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.error.RateLimited;

/** Failures as they go over the wire: {@code {code, message, hint}}. */
public final class WireError {
  private WireError() {}

  /** Returns what a caller is told of {@code failure}; its cause stays here. */
  public static JsonObject of(AthenaException failure) {
    JsonObject.Builder body =
        JsonObject.builder()
            .put("code", failure.code().wireName())
            .put("message", failure.problem())
            .put("hint", failure.hint());
    if (failure instanceof RateLimited limited) {
      body.put("retry_after_ms", limited.retryAfterMillis());
    }
    return body.build();
  }

  /** Returns what a caller is told of a failure that nobody foresaw. */
  public static JsonObject ofUnforeseen() {
    return JsonObject.builder()
        .put("code", ErrorCode.INTERNAL.wireName())
        .put("message", "something went wrong inside Athena")
        .put("hint", "try again; the log says what it was")
        .build();
  }
}
