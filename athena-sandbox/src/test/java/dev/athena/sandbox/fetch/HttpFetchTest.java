package dev.athena.sandbox.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.athena.error.ErrorCode;
import dev.athena.execution.Border;
import dev.athena.execution.FetchEvent;
import dev.athena.execution.FetchEvent.Verdict;
import dev.athena.execution.FetchFailed;
import dev.athena.execution.FetchRefused;
import dev.athena.execution.Fetches;
import dev.athena.execution.SandboxConfig;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.operation.HttpApi;
import dev.athena.operation.HttpOperations;
import dev.athena.operation.Operations;
import dev.athena.operation.RateLimits;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import dev.athena.privacy.Screen;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operation http.fetch, from the call of a program to a real host and back. */
class HttpFetchTest {
  private static final Caller CALLER = Caller.local(Namespace.ofProject("p"));

  private final List<FetchEvent> told = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer host = newServer();
  private final HttpServer other = newServer();
  private final Operations operations =
      new Operations(RateLimits.DEFAULT, InstantSource.system(), (_, _, _, _) -> {}, Screen.OPEN);
  private final HttpFetcher fetcher = HttpFetcher.create(List.of(place(host), place(other)));

  @BeforeEach
  void start() {
    JsonObject network =
        JsonObject.builder()
            .put("domains", Json.ofTexts(List.of(place(host), "169.254.169.254")))
            .put("methods", Json.ofTexts(List.of("GET", "POST")))
            .put("request_kb", 1)
            .put("response_kb", 1)
            .put("fetch_seconds", 5)
            .build();
    JsonObject config = JsonObject.builder().put("network", network).build();
    HttpOperations target =
        new HttpOperations(
            new Fetches(
                SandboxConfig.of(config).network(),
                new Fetches.World(fetcher, told::add, Border.NONE, InstantSource.system())));
    operations.register(HttpApi.class, _ -> target);
    for (HttpServer server : List.of(host, other)) {
      server.setExecutor(threads);
      server.createContext("/", this::answer);
      server.start();
    }
  }

  @AfterEach
  void stop() {
    fetcher.close();
    host.stop(0);
    other.stop(0);
    threads.close();
  }

  @Test
  void aPageIsFetched() {
    JsonObject answer = fetch("/text", "");

    assertThat(answer.whole("status")).contains(200L);
    assertThat(answer.text("url")).contains(url("/text"));
    assertThat(answer.text("text")).contains("GET ");
    assertThat(answer.object("headers").orElseThrow().text("content-type")).contains("text/plain");
    assertThat(told)
        .singleElement()
        .returns(Verdict.ANSWERED, FetchEvent::verdict)
        .returns("127.0.0.1", FetchEvent::host)
        .returns(host.getAddress().getPort(), FetchEvent::port)
        .returns(4L, FetchEvent::bytesDown)
        .satisfies(event -> assertThat(event.tookMs()).isBetween(0.0, 5_000.0));
  }

  @Test
  void aBodyIsSent() {
    JsonObject answer = fetch("/text", ", \"method\": \"POST\", \"body\": \"bücher\"");

    assertThat(answer.text("text")).contains("POST bücher");
  }

  @Test
  void whatIsNoTextComesInBase64() {
    JsonObject answer = fetch("/picture", "");

    assertThat(answer.text("base64")).contains("iVBORwA=");
    assertThat(answer.has("text")).isFalse();
    assertThat(answer.whole("bytes")).contains(5L);
  }

  @Test
  void aRedirectIsFollowedOnTheSameHost() {
    JsonObject answer = fetch("/to?/text", ", \"method\": \"POST\", \"body\": \"b\"");

    assertThat(answer.text("url")).contains(url("/text"));
    assertThat(answer.text("text")).contains("GET ");
    assertThat(told).extracting(FetchEvent::status).containsExactly(302, 200);
  }

  @Test
  void aRedirectToAHostThatIsNotInTheListIsRefused() {
    assertThatThrownBy(() -> fetch("/to?http://" + place(other) + "/text", ""))
        .isInstanceOf(FetchRefused.class)
        .hasMessage(place(other) + " is no host that this program may reach");
    assertThat(asked).containsExactly("GET /to?http://" + place(other) + "/text");
    assertThat(told)
        .extracting(FetchEvent::verdict)
        .containsExactly(Verdict.ANSWERED, Verdict.REFUSED);
  }

  @Test
  void aRedirectToWhatACloudTellsAboutItselfIsRefusedEvenIfItIsInTheList() {
    assertThatThrownBy(() -> fetch("/to?http://169.254.169.254/latest/meta-data/", ""))
        .isInstanceOf(FetchRefused.class)
        .hasMessage("169.254.169.254:80 has an address that is not public");
    assertThat(told).last().returns(Verdict.REFUSED, FetchEvent::verdict);
  }

  @Test
  void anAnswerIsTakenToItsLimitAndRefusedOnePast() {
    assertThat(fetch("/size?1024", "").whole("bytes")).contains(1_024L);
    assertThatThrownBy(() -> fetch("/size?1025", ""))
        .isInstanceOfSatisfying(
            FetchFailed.class,
            failed -> assertThat(failed.code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED));
    assertThat(told).last().returns(Verdict.FAILED, FetchEvent::verdict);
  }

  @Test
  void aFetchEndsWhenItsTimeIsOver() {
    assertThatThrownBy(() -> fetch("/sleep", ", \"timeout_seconds\": 0.2"))
        .isInstanceOfSatisfying(
            FetchFailed.class, failed -> assertThat(failed.code()).isEqualTo(ErrorCode.TIMEOUT));
    assertThat(told)
        .singleElement()
        .satisfies(event -> assertThat(event.tookMs()).isBetween(199.0, 3_000.0));
  }

  private JsonObject fetch(String target, String more) {
    JsonObject arguments = JsonCodec.readObject("{\"url\": \"" + url(target) + "\"" + more + "}");
    return (JsonObject) operations.call(CALLER, "http.fetch", arguments);
  }

  private String url(String target) {
    return "http://" + place(host) + target;
  }

  private static String place(HttpServer server) {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private static HttpServer newServer() {
    try {
      return HttpServer.create(new InetSocketAddress(FetchFixture.address("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (exchange.getRequestURI().getPath()) {
      case "/to" -> {
        exchange.getResponseHeaders().set("Location", query);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
      }
      case "/picture" -> say(exchange, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
      case "/size" -> say(exchange, new byte[Integer.parseInt(query)]);
      case "/sleep" -> {
        pause();
        say(exchange, new byte[0]);
      }
      default -> {
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        say(exchange, (exchange.getRequestMethod() + " " + sent).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
