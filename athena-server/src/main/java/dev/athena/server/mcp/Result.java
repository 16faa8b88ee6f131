package dev.athena.server.mcp;

import dev.athena.json.JsonObject;

/** What a method came to, before the envelope of the revision is put around it. */
record Result(JsonObject body, Kind kind) {
  /** What the envelope has to say about a result. */
  enum Kind {
    /** Nothing. */
    PLAIN,
    /** That it may be kept for a while. */
    CACHEABLE,
    /** That the request is not done. */
    INPUT_REQUIRED
  }

  static Result plain(JsonObject body) {
    return new Result(body, Kind.PLAIN);
  }

  static Result cacheable(JsonObject body) {
    return new Result(body, Kind.CACHEABLE);
  }
}
