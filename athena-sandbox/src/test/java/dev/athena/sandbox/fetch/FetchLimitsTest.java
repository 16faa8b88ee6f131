package dev.athena.sandbox.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.error.AthenaException;
import dev.athena.error.ErrorCode;
import dev.athena.execution.FetchFailed;
import dev.athena.execution.FetchLimits;
import dev.athena.execution.FetchResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a host can take from us: time, memory, connections. */
class FetchLimitsTest extends FetchFixture {
  private static final Charset ISO = StandardCharsets.ISO_8859_1;
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  /** How a body comes. */
  enum Coming {
    WITH_ITS_LENGTH,
    IN_CHUNKS,
    UNTIL_THE_END,
    PACKED;

    String answer(int size) {
      String body = "a".repeat(size);
      String packed = new String(packed(body.getBytes(ISO)), ISO);
      return OK
          + switch (this) {
            case WITH_ITS_LENGTH -> "Content-Length: %d\r\n\r\n%s".formatted(size, body);
            case IN_CHUNKS ->
                "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n".formatted(size, body);
            case UNTIL_THE_END -> "Connection: close\r\n\r\n" + body;
            case PACKED ->
                "Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(packed.length(), packed);
          };
    }
  }

  @ParameterizedTest
  @EnumSource(Coming.class)
  void anAnswerIsTakenToItsLimitAndRefusedOnePast(Coming coming) throws IOException {
    RawHost host =
        keep(
            RawHost.that(connection -> {
              if (connection.awaitRequest()) {
                connection.say(coming.answer(connection.asked()));
              }
            }));
    HttpFetcher fetcher = fetcherFor(host);

    FetchResponse longest = fetcher.fetch(get(host.url("/" + BYTES_MAX)), LIMITS);

    assertThat(longest.text()).contains("a".repeat(BYTES_MAX));
    assertThat(longest.header("content-encoding")).isEmpty();
    assertThat(failure(fetcher, host.url("/" + (BYTES_MAX + 1))))
        .isInstanceOf(FetchFailed.class)
        .hasMessage("the answer of " + host.place() + " has more than 1,000 bytes")
        .returns(ErrorCode.QUOTA_EXCEEDED, AthenaException::code);
  }

  @Test
  void aSmallAnswerThatUnpacksToAHugeOneIsRefusedAndNotRead() throws Exception {
    byte[] bomb = packed(new byte[100_000_000]);
    CountDownLatch gone = new CountDownLatch(1);
    RawHost host =
        keep(
            RawHost.that(connection -> {
              connection.awaitRequest();
              connection.say(OK + "Content-Encoding: gzip\r\nContent-Length: 100000000000\r\n\r\n");
              try {
                while (true) {
                  connection.say(bomb);
                }
              } finally {
                gone.countDown();
              }
            }));

    assertThat(failure(fetcherFor(host), host.url("/")))
        .returns(ErrorCode.QUOTA_EXCEEDED, AthenaException::code);
    assertThat(gone.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void anotherPackingIsLeftToTheProgram() throws IOException {
    for (String coding : List.of("br", "gzip, gzip", "identity")) {
      RawHost host =
          keep(
              RawHost.thatSays(
                  OK + "Content-Encoding: " + coding + "\r\nContent-Length: 3\r\n\r\nabc"));

      FetchResponse response = fetcherFor(host).fetch(get(host.url("/")), LIMITS);

      assertThat(response.header("content-encoding")).contains(coding);
      assertThat(text(response)).isEqualTo("abc");
    }
  }

  /** Where a host takes its time. */
  enum Slow {
    WITH_ITS_FIRST_BYTE(""),
    IN_ITS_HEAD(OK + "X-A: "),
    IN_ITS_BODY(OK + "Content-Length: 900\r\n\r\n"),
    IN_A_CHUNK(OK + "Transfer-Encoding: chunked\r\n\r\n384\r\n");

    private final String beginning;

    Slow(String beginning) {
      this.beginning = beginning;
    }
  }

  @ParameterizedTest
  @EnumSource(Slow.class)
  void aHostThatSaysALetterAtATimeDoesNotGetMoreOfIt(Slow slow) throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    RawHost host =
        keep(
            RawHost.that(connection -> {
              connection.awaitRequest();
              connection.say(slow.beginning);
              try {
                for (int i = 0; i < 900; i++) {
                  Thread.sleep(20);
                  connection.say(slow == Slow.WITH_ITS_FIRST_BYTE && i < 100 ? "" : "a");
                }
              } finally {
                gone.countDown();
              }
            }));
    long start = System.nanoTime();

    AthenaException late = failure(fetcherFor(host), host.url("/"), within(400));

    assertThat(late)
        .isInstanceOf(FetchFailed.class)
        .hasMessage(host.place() + " did not answer within 0.4 seconds")
        .returns(ErrorCode.TIMEOUT, AthenaException::code);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(400), Duration.ofMillis(2_000));
    assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whoAnswersJustInTimeIsHeard() throws IOException {
    RawHost host =
        keep(
            RawHost.that(connection -> {
              connection.awaitRequest();
              Thread.sleep(300);
              connection.say(answer("hello"));
            }));

    assertThat(text(fetcherFor(host).fetch(get(host.url("/")), within(3_000)))).isEqualTo("hello");
  }

  @Test
  void aNameThatIsNotFoundInTimeIsGivenUpAndNothingIsSentLater() throws Exception {
    RawHost host = keep(RawHost.thatSays(answer("hello")));
    CountDownLatch found = new CountDownLatch(1);
    CountDownLatch returned = new CountDownLatch(1);
    HttpFetcher fetcher =
        fetcherAsking(
            name -> {
              if (name.equals("slow.example")) {
                await(found);
                returned.countDown();
              }
              return new InetAddress[] {address("127.0.0.1")};
            },
            "slow.example:" + host.port(),
            host.place());

    AthenaException late =
        failure(fetcher, "http://slow.example:" + host.port() + "/slow", within(200));
    found.countDown();
    assertThat(returned.await(10, TimeUnit.SECONDS)).isTrue();
    fetcher.fetch(get(host.url("/next")), LIMITS);
    Thread.sleep(200);

    assertThat(late).returns(ErrorCode.TIMEOUT, AthenaException::code);
    assertThat(host.requests).singleElement().asString().startsWith("GET /next ");
  }

  @Test
  void aHostThatDoesNotAcceptIsGivenUp() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, address("127.0.0.1"))) {
      List<Socket> waiting = fillQueue(server);
      String place = "127.0.0.1:" + server.getLocalPort();
      HttpFetcher fetcher = fetcherAsking(InetAddress::getAllByName, Duration.ofMillis(300), place);

      assertThat(failure(fetcher, "http://" + place + "/"))
          .hasMessage(place + " does not answer when a connection is made")
          .returns(ErrorCode.NOT_FOUND, AthenaException::code);
      assertThat(failure(fetcher, "http://" + place + "/", within(100)))
          .returns(ErrorCode.TIMEOUT, AthenaException::code);
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void headersAreTakenToTheirLimitAndRefusedOnePast() throws IOException {
    RawHost host =
        keep(
            RawHost.that(connection -> {
              if (connection.awaitRequest()) {
                String headers = "X: 1\r\n".repeat(connection.asked() - 1);
                connection.say(OK + headers + "Content-Length: 0\r\n\r\n");
              }
            }));
    HttpFetcher fetcher = fetcherFor(host);

    assertThat(fetcher.fetch(get(host.url("/" + Clients.HEADERS_MAX)), LIMITS).status())
        .isEqualTo(200);
    assertThat(failure(fetcher, host.url("/" + (Clients.HEADERS_MAX + 1))))
        .hasMessage(host.place() + " gave no valid answer in HTTP")
        .returns(ErrorCode.QUERY_ERROR, AthenaException::code);
  }

  @Test
  void aLineOfAHeadIsTakenToItsLimitAndRefusedOnePast() throws IOException {
    RawHost host =
        keep(
            RawHost.that(connection -> {
              if (connection.awaitRequest()) {
                String value = "a".repeat(connection.asked() - "X: ".length());
                connection.say(OK + "X: " + value + "\r\nContent-Length: 0\r\n\r\n");
              }
            }));
    HttpFetcher fetcher = fetcherFor(host);

    assertThat(fetcher.fetch(get(host.url("/" + Clients.LINE_LENGTH_MAX)), LIMITS).status())
        .isEqualTo(200);
    assertThat(failure(fetcher, host.url("/" + (Clients.LINE_LENGTH_MAX + 1))))
        .returns(ErrorCode.QUERY_ERROR, AthenaException::code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello, who is there?\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nhello",
        "HTTP/1.1 abc OK\r\n\r\nhello",
        "HTTP/9.9 200 OK\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nhello",
        "HTTP/1.1 200 OK\r\nX-A",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\u001f\u008b\b"
      })
  void whatIsNoAnswerIsTold(String bytes) throws IOException {
    RawHost host =
        keep(
            RawHost.that(connection -> {
              connection.awaitRequest();
              connection.say(bytes);
            }));

    assertThat(failure(fetcherFor(host), host.url("/")))
        .isInstanceOf(FetchFailed.class)
        .returns(ErrorCode.QUERY_ERROR, AthenaException::code);
  }

  @Test
  void aConnectionThatIsResetIsTold() throws IOException {
    RawHost host =
        keep(
            RawHost.that(connection -> {
              connection.awaitRequest();
              connection.reset();
            }));

    assertThat(failure(fetcherFor(host), host.url("/")))
        .hasMessage(host.place() + " broke off the connection before its answer was whole")
        .returns(ErrorCode.QUERY_ERROR, AthenaException::code);
  }

  @Test
  void oneHostIsAskedSixteenThingsAtOnce() throws Exception {
    assertThatAtOnce(Clients.CONNECTIONS_TO_HOST_MAX, "127.0.0.1");
  }

  @Test
  void allHostsAreAskedSixtyFourThingsAtOnce() throws Exception {
    assertThatAtOnce(
        Clients.CONNECTIONS_MAX, "127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5");
  }

  /** Asks one more than {@code most}; the last is answered only after one of the others. */
  private void assertThatAtOnce(int most, String... addresses) throws Exception {
    CountDownLatch answering = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    List<RawHost> hosts = new ArrayList<>();
    for (String address : addresses) {
      hosts.add(
          keep(
              RawHost.at(
                  address,
                  connection -> {
                    while (connection.awaitRequest()) {
                      asked.incrementAndGet();
                      answering.await();
                      connection.say(answer("hello"));
                    }
                  })));
    }
    HttpFetcher fetcher = fetcherFor(hosts.toArray(RawHost[]::new));
    FetchLimits patience = new FetchLimits(Duration.ofSeconds(30), BYTES_MAX);
    List<CompletableFuture<FetchResponse>> answers = new ArrayList<>();
    for (int i = 0; i <= most; i++) {
      String url = hosts.get(i % hosts.size()).url("/");
      CompletableFuture<FetchResponse> answer = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> answer.complete(fetcher.fetch(get(url), patience)));
      answers.add(answer);
    }

    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (asked.get() < most && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    Thread.sleep(200);
    assertThat(asked).hasValue(most);

    answering.countDown();
    for (CompletableFuture<FetchResponse> answer : answers) {
      assertThat(text(answer.get(20, TimeUnit.SECONDS))).isEqualTo("hello");
    }
    assertThat(asked).hasValue(most + 1);
  }

  private static List<Socket> fillQueue(ServerSocket server) throws IOException {
    List<Socket> waiting = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(new InetSocketAddress(address("127.0.0.1"), server.getLocalPort()), 200);
      } catch (SocketTimeoutException _) {
        return waiting;
      }
    }
    throw new IllegalStateException("the queue of a listening socket does not fill up");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
