package dev.athena.sandbox.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.error.ErrorCode;
import dev.athena.execution.FetchFailed;
import dev.athena.execution.FetchRefused;
import dev.athena.execution.FetchResponse;
import dev.athena.execution.SandboxUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, what comes back, and to whom. */
class HttpFetcherTest extends FetchFixture {
  private static final Charset ISO = StandardCharsets.ISO_8859_1;

  @Test
  void anAnswerComesBackWhole() throws IOException {
    RawHost host =
        keep(
            RawHost.thatSays(
                """
                HTTP/1.1 404 Not Found\r
                Content-Type: text/plain\r
                X-A: 1\r
                x-a: 2\r
                Set-Cookie: a=b, c\r
                Set-Cookie: d=e\r
                Content-Length: 5\r
                \r
                hello\
                """));

    FetchResponse response = fetcherFor(host).fetch(get(host.url("/")), LIMITS);

    assertThat(response.status()).isEqualTo(404);
    assertThat(text(response)).isEqualTo("hello");
    assertThat(response.headers())
        .isEqualTo(
            Map.of(
                "content-type", "text/plain",
                "x-a", "1, 2",
                "set-cookie", "a=b, c\nd=e",
                "content-length", "5"));
  }

  @Test
  void aRequestIsSentAsItIsAndNothingOfThisMachineWithIt() throws IOException {
    RawHost host = keep(RawHost.thatSays(answer("")));

    fetcherFor(host)
        .fetch(
            request("GET", host.url("//a/../b?c={d}|%C3%A4"), "{\"X-A\": \"b c\"}", null), LIMITS);

    assertThat(host.requests.getFirst().lines())
        .containsExactlyInAnyOrder(
            "GET //a/../b?c={d}|%C3%A4 HTTP/1.1",
            "X-A: b c",
            "Accept-Encoding: gzip",
            "Host: " + host.place(),
            "Connection: keep-alive",
            "User-Agent: Athena",
            "");
  }

  @Test
  void aBodyIsSentInUtf8() throws IOException {
    List<String> bodies = new ArrayList<>();
    RawHost host =
        keep(
            RawHost.that(connection -> {
              while (connection.awaitRequest()) {
                bodies.add(connection.read("bücher 🦉".getBytes(StandardCharsets.UTF_8).length));
                connection.say(answer("ok"));
              }
            }));
    HttpFetcher fetcher = fetcherFor(host);

    fetcher.fetch(request("POST", host.url("/"), "{}", "bücher 🦉"), LIMITS);
    fetcher.fetch(
        request("DELETE", host.url("/"), "{\"content-type\": \"a/b\"}", "bücher 🦉"), LIMITS);

    assertThat(bodies).containsExactly("bücher 🦉", "bücher 🦉");
    assertThat(host.requests.get(0))
        .startsWith("POST / HTTP/1.1\r\n")
        .contains("Content-Length: 12\r\n", "Content-Type: text/plain; charset=UTF-8\r\n");
    assertThat(host.requests.get(1))
        .startsWith("DELETE / HTTP/1.1\r\n")
        .contains("content-type: a/b\r\n")
        .doesNotContain("text/plain");
  }

  @Test
  void aHeadHasNoBody() throws IOException {
    RawHost host =
        keep(RawHost.thatSays("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nX-A: 1\r\n\r\n"));

    FetchResponse response =
        fetcherFor(host).fetch(request("HEAD", host.url("/"), "{}", null), LIMITS);

    assertThat(response.body().size()).isZero();
    assertThat(response.header("content-length")).contains("5000");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308, 401, 407, 503})
  void nothingIsDoneAboutAStatus(int status) throws IOException {
    RawHost host =
        keep(
            RawHost.thatSays(
                """
                HTTP/1.1 %d X\r
                Location: /elsewhere\r
                WWW-Authenticate: Basic realm="a"\r
                Proxy-Authenticate: Basic realm="a"\r
                Retry-After: 1\r
                Content-Length: 0\r
                \r
                """
                    .formatted(status)));

    assertThat(fetcherFor(host).fetch(get(host.url("/")), LIMITS).status()).isEqualTo(status);
    assertThat(host.requests).hasSize(1);
  }

  @Test
  void cookiesAreNotKept() throws IOException {
    RawHost host =
        keep(
            RawHost.thatSays(
                "HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n"));
    HttpFetcher fetcher = fetcherFor(host);

    fetcher.fetch(get(host.url("/")), LIMITS);
    fetcher.fetch(get(host.url("/")), LIMITS);

    assertThat(host.requests).hasSize(2).noneMatch(head -> head.contains("Cookie"));
  }

  @Test
  void aConnectionIsUsedAgain() throws IOException {
    String packed = new String(packed("hello".getBytes(StandardCharsets.UTF_8)), ISO);
    RawHost host =
        keep(
            RawHost.that(connection -> {
              while (connection.awaitRequest()) {
                String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n";
                String size = Integer.toHexString(packed.length());
                connection.say(answer("plain"));
                connection.awaitRequest();
                connection.say(
                    head
                        + "Content-Encoding: gzip\r\n\r\n"
                        + size
                        + "\r\n"
                        + packed
                        + "\r\n0\r\n\r\n");
              }
            }));
    HttpFetcher fetcher = fetcherFor(host);

    for (int i = 0; i < 3; i++) {
      assertThat(text(fetcher.fetch(get(host.url("/")), LIMITS))).isEqualTo("plain");
      assertThat(text(fetcher.fetch(get(host.url("/")), LIMITS))).isEqualTo("hello");
    }

    assertThat(host.connections).hasValue(1);
  }

  @Test
  void aConnectionThatWasClosedMeanwhileIsMadeAnew() throws IOException {
    RawHost host =
        keep(
            RawHost.that(connection -> {
              connection.awaitRequest();
              connection.say(answer("hello"));
            }));
    HttpFetcher fetcher = fetcherFor(host);

    for (int i = 0; i < 5; i++) {
      assertThat(text(fetcher.fetch(get(host.url("/")), LIMITS))).isEqualTo("hello");
    }
    assertThat(host.connections).hasValue(5);
  }

  @Test
  void aHostOfThisMachineIsRefusedUnlessItIsAPrivateHost() throws IOException {
    RawHost host = keep(RawHost.thatSays(answer("hello")));
    RawHost other = keep(RawHost.thatSays(answer("hello")));
    HttpFetcher fetcher = fetcherFor(other);

    for (String name : List.of("127.0.0.1", "localhost", "2130706433", "127.1")) {
      String url = "http://" + name + ":" + host.port() + "/";

      assertThat(failure(fetcher, url))
          .isInstanceOf(FetchRefused.class)
          .hasMessage(name + ":" + host.port() + " has an address that is not public");
    }
    assertThat(text(fetcher.fetch(get(other.url("/")), LIMITS))).isEqualTo("hello");
    assertThat(host.connections).hasValue(0);
  }

  @Test
  void aRefusalDoesNotTellTheAddress() {
    HttpFetcher fetcher = fetcherAsking(_ -> new InetAddress[] {address("10.1.2.3")});

    assertThat(failure(fetcher, "http://a.example/"))
        .satisfies(refused -> {
          assertThat(refused.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
          assertThat(refused.problem() + refused.hint()).doesNotContain("10.1.2.3");
          assertThat(refused).cause().hasMessageContaining("10.1.2.3");
        });
  }

  @Test
  void theAddressThatWasCheckedIsTheOneConnectedTo() throws IOException {
    RawHost host = keep(RawHost.thatSays(answer("hello")));
    AtomicInteger asked = new AtomicInteger();
    List<InetAddress> answers = List.of(address("127.0.0.1"), address("169.254.169.254"));
    HttpFetcher fetcher =
        fetcherAsking(
            _ -> new InetAddress[] {answers.get(asked.getAndIncrement())},
            "a.example:" + host.port());

    FetchResponse response = fetcher.fetch(get("http://a.example:" + host.port() + "/"), LIMITS);

    assertThat(text(response)).isEqualTo("hello");
    assertThat(asked).hasValue(1);
  }

  @Test
  void aNameThatLeadsElsewhereTheSecondTimeIsRefused() throws IOException {
    RawHost host =
        keep(
            RawHost.that(connection -> {
              connection.awaitRequest();
              connection.say("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello");
            }));
    AtomicInteger asked = new AtomicInteger();
    CheckedNames names =
        new CheckedNames(
            _ ->
                new InetAddress[] {address(asked.getAndIncrement() == 0 ? "8.8.8.8" : "127.0.0.1")},
            Set.of());

    assertThat(names.resolve("a.example", host.port())).hasSize(1);
    HttpFetcher fetcher =
        keep(
            new HttpFetcher(
                () -> Clients.create(new Clients.Settings(names, Clients.tls(), LIMITS.time()))));

    assertThat(failure(fetcher, "http://a.example:" + host.port() + "/"))
        .isInstanceOf(FetchRefused.class);
    assertThat(asked).hasValue(2);
    assertThat(host.connections).hasValue(0);
  }

  @Test
  void allAddressesOfAHostAreTried() throws IOException {
    RawHost host = keep(RawHost.thatSays(answer("hello")));
    HttpFetcher fetcher =
        fetcherAsking(
            _ -> new InetAddress[] {address("127.0.0.9"), address("127.0.0.1")},
            "a.example:" + host.port());

    assertThat(text(fetcher.fetch(get("http://a.example:" + host.port() + "/"), LIMITS)))
        .isEqualTo("hello");
  }

  @Test
  void theHostIsNamedAsItWasAsked() throws IOException {
    RawHost host = keep(RawHost.thatSays(answer("")));
    HttpFetcher fetcher =
        fetcherAsking(_ -> new InetAddress[] {address("127.0.0.1")}, "a.example:" + host.port());

    fetcher.fetch(get("http://A.example:" + host.port() + "/"), LIMITS);

    assertThat(host.requests.getFirst()).contains("Host: a.example:" + host.port() + "\r\n");
  }

  @Test
  void aProxyOfThisMachineIsNotUsed() throws IOException {
    RawHost proxy = keep(RawHost.thatSays(answer("proxy")));
    RawHost host = keep(RawHost.thatSays(answer("hello")));
    String port = String.valueOf(proxy.port());
    Map<String, String> properties =
        Map.of(
            "http.proxyHost",
            "127.0.0.1",
            "http.proxyPort",
            port,
            "http.nonProxyHosts",
            "nobody",
            "socksProxyHost",
            "127.0.0.1",
            "socksProxyPort",
            port,
            "socksNonProxyHosts",
            "nobody");
    String place = "a.example:" + host.port(); // Java asks no proxy for 127.0.0.1
    HttpFetcher fetcher =
        fetcherAsking(
            name -> new InetAddress[] {InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1})},
            place);
    properties.forEach(System::setProperty);
    try {
      assertThat(text(fetcher.fetch(get("http://" + place + "/"), LIMITS))).isEqualTo("hello");
    } finally {
      properties.keySet().forEach(System::clearProperty);
    }

    assertThat(proxy.connections).hasValue(0);
  }

  @Test
  void whatIsSentAndAnsweredIsNotLogged() throws IOException {
    RawHost host = keep(RawHost.thatSays(answer("the secret")));
    List<String> logged = new CopyOnWriteArrayList<>();
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    Handler handler = new Remembering(logged);
    root.addHandler(handler);
    root.setLevel(Level.ALL);
    try {
      Logger.getLogger("dev.athena.test").finest("it is heard");
      fetcherFor(host)
          .fetch(
              request("POST", host.url("/"), "{\"Authorization\": \"secret\"}", "secret"), LIMITS);
    } finally {
      root.setLevel(before);
      root.removeHandler(handler);
    }

    assertThat(logged).contains("it is heard").noneMatch(line -> line.contains("secret"));
  }

  /** Keeps what is logged. */
  private static final class Remembering extends Handler {
    private final List<String> logged;

    Remembering(List<String> logged) {
      this.logged = logged;
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord line) {
      logged.add(String.valueOf(line.getMessage()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void aHostThatIsNotThereIsTold() throws IOException {
    int freePort;
    try (ServerSocket closed = new ServerSocket(0)) {
      freePort = closed.getLocalPort();
    }
    String place = "127.0.0.1:" + freePort;

    assertThat(failure(keep(HttpFetcher.create(List.of(place))), "http://" + place + "/"))
        .isInstanceOf(FetchFailed.class)
        .hasMessage(place + " accepts no connection: nobody listens there")
        .returns(ErrorCode.NOT_FOUND, failed -> failed.code());
    HttpFetcher knowsNobody =
        fetcherAsking(name -> {
          throw new UnknownHostException(name);
        });
    assertThat(failure(knowsNobody, "http://a.example/"))
        .isInstanceOf(FetchFailed.class)
        .hasMessage("a.example:80 has no address: the name is not known")
        .returns(ErrorCode.NOT_FOUND, failed -> failed.code());
  }

  @Test
  void nothingIsMadeBeforeTheFirstFetch() throws IOException {
    RawHost host = keep(RawHost.thatSays(answer("hello")));
    AtomicInteger made = new AtomicInteger();
    CheckedNames names = new CheckedNames(InetAddress::getAllByName, Set.of(host.place()));
    HttpFetcher fetcher =
        keep(
            new HttpFetcher(() -> {
              made.incrementAndGet();
              return Clients.create(new Clients.Settings(names, Clients.tls(), LIMITS.time()));
            }));

    assertThat(made).hasValue(0);
    fetcher.fetch(get(host.url("/")), LIMITS);
    fetcher.fetch(get(host.url("/")), LIMITS);
    assertThat(made).hasValue(1);
  }

  @Test
  void closingEndsWhatIsUnderWayAndAllThreads() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    RawHost host =
        keep(
            RawHost.that(connection -> {
              connection.awaitRequest();
              asked.countDown();
              connection.awaitRequest(); // waits for the other side to go
            }));
    HttpFetcher fetcher = fetcherFor(host);
    List<Throwable> failures = new ArrayList<>();
    Thread caller =
        Thread.ofPlatform().start(() -> failures.add(failure(fetcher, host.url("/"), LIMITS)));
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

    fetcher.close();
    caller.join();

    assertThat(failures).singleElement().isInstanceOf(FetchFailed.class);
    assertThatThrownBy(() -> fetcher.fetch(get(host.url("/")), LIMITS))
        .isInstanceOf(SandboxUnavailable.class);
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(Thread::isAlive)
        .extracting(Thread::getName)
        .noneMatch(name -> name.contains("idle-connection"));
  }

  @Test
  void closingBeforeTheFirstFetchIsEnough() {
    HttpFetcher fetcher = HttpFetcher.create(List.of());

    fetcher.close();
    fetcher.close();

    assertThat(failure(fetcher, "http://a.example/")).isInstanceOf(SandboxUnavailable.class);
  }
}
