package dev.athena.sandbox.fetch;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.athena.error.AthenaException;
import dev.athena.execution.Departure;
import dev.athena.execution.FetchHeaders;
import dev.athena.execution.FetchLimits;
import dev.athena.execution.FetchRequest;
import dev.athena.execution.FetchResponse;
import dev.athena.execution.FetchUrl;
import dev.athena.json.JsonCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Real requests to hosts on this machine. */
abstract class FetchFixture {
  static final int BYTES_MAX = 1_000;
  static final FetchLimits LIMITS = new FetchLimits(Duration.ofSeconds(10), BYTES_MAX);

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : opened.reversed()) {
      one.close();
    }
  }

  final <C extends AutoCloseable> C keep(C one) {
    opened.add(one);
    return one;
  }

  /** Returns a fetcher to which these hosts are private ones that may be reached. */
  final HttpFetcher fetcherFor(RawHost... hosts) {
    List<String> places = new ArrayList<>();
    for (RawHost host : hosts) {
      places.add(host.place());
    }
    return keep(HttpFetcher.create(places));
  }

  /** Returns a fetcher that asks {@code names} for addresses. */
  final HttpFetcher fetcherAsking(CheckedNames.Names names, String... privatePlaces) {
    return fetcherAsking(names, Duration.ofSeconds(5), privatePlaces);
  }

  final HttpFetcher fetcherAsking(
      CheckedNames.Names names, Duration connectTime, String... privatePlaces) {
    CheckedNames checked = new CheckedNames(names, Set.of(privatePlaces));
    return keep(
        new HttpFetcher(
            () -> Clients.create(new Clients.Settings(checked, Clients.tls(), connectTime))));
  }

  static Departure get(String url) {
    return request("GET", url, "{}", null);
  }

  static Departure request(String method, String url, String headers, @Nullable String body) {
    return Departure.of(
        new FetchRequest(
            method, FetchUrl.of(url), FetchHeaders.of(JsonCodec.readObject(headers)), body));
  }

  static FetchLimits within(int millis) {
    return new FetchLimits(Duration.ofMillis(millis), BYTES_MAX);
  }

  static String text(FetchResponse response) {
    return response.text().orElseThrow();
  }

  static AthenaException failure(HttpFetcher fetcher, String url) {
    return failure(fetcher, url, LIMITS);
  }

  static AthenaException failure(HttpFetcher fetcher, String url, FetchLimits limits) {
    return catchThrowableOfType(AthenaException.class, () -> fetcher.fetch(get(url), limits));
  }

  static InetAddress address(String literal) {
    return InetAddress.ofLiteral(literal);
  }

  static String answer(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body);
  }

  static byte[] packed(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
