package dev.athena.app.server;

import dev.athena.server.http.Authenticator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Lets in whoever has the one token there is. */
final class OneToken implements Authenticator {
  private final byte[] token;

  OneToken(String token) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Optional<String> authenticate(String bearerToken) {
    boolean right = MessageDigest.isEqual(token, bearerToken.getBytes(StandardCharsets.UTF_8));
    return right ? Optional.of("token") : Optional.empty();
  }
}
