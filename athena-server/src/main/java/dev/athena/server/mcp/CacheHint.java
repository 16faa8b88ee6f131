package dev.athena.server.mcp;

/** How long and for whom a client may keep what it listed or read. */
public record CacheHint(long ttlMillis, Scope scope) {
  /** Who may share a kept answer. */
  public enum Scope {
    /** Anyone. */
    PUBLIC("public"),
    /** Only the caller it was given to. */
    PRIVATE("private");

    private final String wireName;

    Scope(String wireName) {
      this.wireName = wireName;
    }

    String wireName() {
      return wireName;
    }
  }

  public CacheHint {
    if (ttlMillis < 0) {
      throw new IllegalArgumentException("ttlMillis is " + ttlMillis);
    }
  }
}
