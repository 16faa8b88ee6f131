package dev.athena.server.http;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may come in.
 *
 * <p>A page in a browser can reach a server on the same machine through a name of its own that
 * leads there. Its requests then carry that name as host and origin, and are turned away by it.
 */
final class Doorman {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final String BEARER = "bearer ";

  private final Set<String> hosts;
  private final @Nullable Authenticator authenticator;

  Doorman(Set<String> hosts, @Nullable Authenticator authenticator) {
    this.hosts = hosts;
    this.authenticator = authenticator;
  }

  /** What the doorman says. */
  sealed interface Verdict {
    /** Come in, under this name if any. */
    record Admitted(@Nullable String caller) implements Verdict {}

    /** The host or the origin is not ours. */
    record Foreign() implements Verdict {}

    /** The token is missing or unknown. */
    record Unknown() implements Verdict {}
  }

  Verdict judge(Headers headers) {
    if (!isOurs(headers.get("Host")) || !isOurOrigin(headers.get("Origin"))) {
      return new Verdict.Foreign();
    }
    if (authenticator == null) {
      return new Verdict.Admitted(null);
    }
    Optional<String> caller =
        bearer(headers.getFirst("Authorization")).flatMap(authenticator::authenticate);
    return caller.<Verdict>map(Verdict.Admitted::new).orElseGet(Verdict.Unknown::new);
  }

  private boolean isOurs(@Nullable List<String> sent) {
    return sent != null && sent.size() == 1 && isOurName(withoutPort(sent.getFirst()));
  }

  private boolean isOurOrigin(@Nullable List<String> sent) {
    if (sent == null) {
      return true;
    }
    if (sent.size() != 1) {
      return false;
    }
    try {
      String host = new URI(sent.getFirst()).getHost();
      return host != null && isOurName(host);
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private boolean isOurName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return LOOPBACK.contains(lower) || hosts.contains(lower);
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    boolean inBrackets = colon < host.lastIndexOf(']');
    return colon < 0 || inBrackets ? host : host.substring(0, colon);
  }

  private static Optional<String> bearer(@Nullable String header) {
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return Optional.empty();
    }
    return Optional.of(header.substring(BEARER.length()).strip());
  }
}
