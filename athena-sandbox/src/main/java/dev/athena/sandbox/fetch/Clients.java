package dev.athena.sandbox.fetch;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes the HTTP client.
 *
 * <p>All that a client likes to do by itself is off: redirects, cookies, signing in, unpacking,
 * proxies, asking for another protocol.
 */
final class Clients {
  /** How many connections there are at once. */
  static final int CONNECTIONS_MAX = 64;

  /** How many connections there are at once to one host and port. */
  static final int CONNECTIONS_TO_HOST_MAX = 16;

  /** The longest line of a head, in characters. */
  static final int LINE_LENGTH_MAX = 16 * 1_024;

  /** The most headers of an answer. */
  static final int HEADERS_MAX = 200;

  /**
   * Where the client would log headers and bodies, of which some are secret; kept to keep it so.
   */
  private static final Logger QUIET = Logger.getLogger("org.apache.hc");

  private static final TimeValue IDLE = TimeValue.ofSeconds(30);
  private static final TimeValue LIFETIME = TimeValue.ofMinutes(5);
  private static final TimeValue TRUSTED_WITHOUT_LOOKING = TimeValue.ofMilliseconds(500);

  private Clients() {}

  /**
   * What a client is made with.
   *
   * @param connectTime how long one address may take to accept a connection
   */
  record Settings(DnsResolver names, TlsSocketStrategy tls, Duration connectTime) {}

  /** Returns the usual encryption, which trusts whom this Java trusts. */
  static TlsSocketStrategy tls() {
    return DefaultClientTlsStrategy.createDefault();
  }

  /** Returns how a request is sent that may take so long. */
  static RequestConfig request(Duration time) {
    return RequestConfig.custom()
        .setAuthenticationEnabled(false)
        .setExpectContinueEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .setRedirectsEnabled(false)
        .setConnectionRequestTimeout(Timeout.of(time))
        .setResponseTimeout(Timeout.of(time))
        .build();
  }

  static CloseableHttpClient create(Settings settings) {
    QUIET.setLevel(Level.WARNING);
    return HttpClientBuilder.create()
        .setConnectionManager(connections(settings))
        .setUserAgent("Athena")
        .setRetryStrategy(new OnceMore())
        .evictIdleConnections(IDLE)
        .disableAuthCaching()
        .disableConnectionState()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(Settings settings) {
    return new Direct()
        .setDnsResolver(settings.names())
        .setTlsSocketStrategy(settings.tls())
        .setMaxConnTotal(CONNECTIONS_MAX)
        .setMaxConnPerRoute(CONNECTIONS_TO_HOST_MAX)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.connectTime()))
                .setTimeToLive(LIFETIME)
                .setValidateAfterInactivity(TRUSTED_WITHOUT_LOOKING)
                .build())
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setMaxLineLength(LINE_LENGTH_MAX + 2) // it counts the line's end
                        .setMaxHeaderCount(HEADERS_MAX + 1) // from which on it refuses
                        .build())
                .build())
        .build();
  }

  /** Connections that use no proxy, whatever the properties of this Java say. */
  private static final class Direct extends PoolingHttpClientConnectionManagerBuilder {
    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
        SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
      return new DefaultHttpClientConnectionOperator(
          _ -> new Socket(Proxy.NO_PROXY),
          ports,
          names,
          RegistryBuilder.<TlsSocketStrategy>create().register("https", tls).build());
    }
  }

  /**
   * Sends a request that only reads again, once, if the host had closed the connection in the
   * meantime.
   */
  private static final class OnceMore implements HttpRequestRetryStrategy {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean retryRequest(
        HttpRequest request, IOException failure, int count, HttpContext context) {
      return count == 1
          && failure instanceof NoHttpResponseException
          && READS.contains(request.getMethod());
    }

    @Override
    public boolean retryRequest(HttpResponse response, int count, HttpContext context) {
      return false;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse response, int count, HttpContext context) {
      return TimeValue.ZERO_MILLISECONDS;
    }
  }
}
