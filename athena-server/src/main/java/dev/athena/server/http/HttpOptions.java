package dev.athena.server.http;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the protocol is served over HTTP.
 *
 * @param host the address to listen on; other than loopback only with an authenticator
 * @param port the port, 0 for any that is free
 * @param hosts further names by which clients may reach the server, without port, in lower case
 * @param authenticator who checks bearer tokens, or null to let everyone on this machine in
 * @param sessionIdle how long a session of the older kind is kept unused
 * @param keepAlive how often a client that waits hears a sign of life, which is also how soon its
 *     leaving is noticed
 */
public record HttpOptions(
    String host,
    int port,
    Set<String> hosts,
    @Nullable Authenticator authenticator,
    Duration sessionIdle,
    Duration keepAlive) {
  public HttpOptions {
    hosts = Set.copyOf(hosts);
  }

  /** Returns options for this machine only, without a token. */
  public static HttpOptions loopback(int port) {
    return new HttpOptions(
        "127.0.0.1", port, Set.of(), null, Duration.ofMinutes(30), Duration.ofSeconds(5));
  }

  /** Returns a copy that listens on {@code newHost}, where clients may call it {@code names}. */
  public HttpOptions listenOn(String newHost, Set<String> names) {
    return new HttpOptions(newHost, port, names, authenticator, sessionIdle, keepAlive);
  }

  /** Returns a copy that wants a bearer token. */
  public HttpOptions with(Authenticator wanted) {
    return new HttpOptions(host, port, hosts, wanted, sessionIdle, keepAlive);
  }

  /** Returns a copy with other times. */
  public HttpOptions with(Duration newSessionIdle, Duration newKeepAlive) {
    return new HttpOptions(host, port, hosts, authenticator, newSessionIdle, newKeepAlive);
  }
}
