package dev.athena.sandbox.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.execution.FetchFailed;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom an encrypted connection trusts. */
class FetchTlsTest extends FetchFixture {
  private static final String PASSWORD = "only-for-tests";

  @TempDir private static Path folder;
  private static final KeyStore CERTIFICATES = noCertificates();
  private RawHost host;

  /** Makes a certificate for a.example that nobody knows. */
  @BeforeAll
  static void makeCertificate() throws Exception {
    Path file = folder.resolve("certificates.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=a.example",
                "-ext",
                "san=dns:a.example,dns:*.wild.example",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    try (InputStream in = Files.newInputStream(file)) {
      CERTIFICATES.load(in, PASSWORD.toCharArray());
    }
  }

  @BeforeEach
  void listen() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(CERTIFICATES, PASSWORD.toCharArray());
    SSLContext server = SSLContext.getInstance("TLS");
    server.init(keys.getKeyManagers(), null, null);
    host =
        keep(
            RawHost.over(
                server.getServerSocketFactory().createServerSocket(),
                connection -> {
                  while (connection.awaitRequest()) {
                    connection.say(answer("hello"));
                  }
                }));
  }

  @Test
  void aHostWithACertificateForItsNameIsAsked() throws Exception {
    HttpFetcher fetcher = fetcher(trusting());

    assertThat(text(fetcher.fetch(get(url("a.example")), LIMITS))).isEqualTo("hello");
    assertThat(text(fetcher.fetch(get(url("b.wild.example")), LIMITS))).isEqualTo("hello");
  }

  @Test
  void aHostWithACertificateForAnotherNameIsNotAsked() throws Exception {
    HttpFetcher fetcher = fetcher(trusting());

    for (String name : List.of("b.example", "a.b.wild.example", "wild.example", "127.0.0.1")) {
      assertNotTrusted(fetcher, name);
    }
  }

  @Test
  void aHostWithACertificateThatNobodyKnowsIsNotAsked() {
    assertNotTrusted(fetcher(Clients.tls()), "a.example");
  }

  @Test
  void aHostThatDoesNotEncryptIsNotAsked() throws Exception {
    host = keep(RawHost.that(connection -> connection.say(answer("plain"))));

    assertThat(failure(fetcher(trusting()), url("a.example")))
        .isInstanceOf(FetchFailed.class)
        .returns(ErrorCode.QUERY_ERROR, AthenaException::code);
    assertThat(host.requests).isEmpty();
  }

  private void assertNotTrusted(HttpFetcher fetcher, String name) {
    assertThat(failure(fetcher, url(name)))
        .isInstanceOf(FetchFailed.class)
        .hasMessage(
            name
                + ":"
                + host.port()
                + " cannot be trusted: its certificate or its encryption is not valid")
        .returns(ErrorCode.QUERY_ERROR, AthenaException::code);
    assertThat(host.requests).isEmpty();
  }

  private String url(String name) {
    return "https://" + name + ":" + host.port() + "/";
  }

  private HttpFetcher fetcher(TlsSocketStrategy tls) {
    Set<String> places =
        Set.copyOf(
            List.of(
                "a.example:" + host.port(),
                "b.example:" + host.port(),
                "b.wild.example:" + host.port(),
                "a.b.wild.example:" + host.port(),
                "wild.example:" + host.port(),
                host.place()));
    CheckedNames names = new CheckedNames(_ -> new InetAddress[] {address("127.0.0.1")}, places);
    return keep(
        new HttpFetcher(
            () -> Clients.create(new Clients.Settings(names, tls, Duration.ofSeconds(5)))));
  }

  /** Returns what is usual, but for trust in the certificate of the test. */
  private static TlsSocketStrategy trusting() throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("a", CERTIFICATES.getCertificate("a"));
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return new DefaultClientTlsStrategy(context);
  }

  private static KeyStore noCertificates() {
    try {
      return KeyStore.getInstance("PKCS12");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
