package dev.athena.server.http;

import java.util.Optional;

/** Knows who may come in by which bearer token. */
public interface Authenticator {
  /**
   * Returns the name of the caller that {@code bearerToken} belongs to; empty if to none.
   *
   * <p>An implementation compares in constant time.
   */
  Optional<String> authenticate(String bearerToken);
}
