package dev.athena.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.athena.execution.Border;
import dev.athena.execution.FetchEvent;
import dev.athena.execution.FetchEvent.Verdict;
import dev.athena.execution.Fetches;
import dev.athena.execution.Language;
import dev.athena.execution.Outcome;
import dev.athena.execution.Program;
import dev.athena.execution.ProgramCalls;
import dev.athena.execution.SandboxConfig;
import dev.athena.execution.Status;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.operation.HttpApi;
import dev.athena.operation.HttpOperations;
import dev.athena.operation.Operations;
import dev.athena.operation.RateLimits;
import dev.athena.privacy.Screen;
import dev.athena.sandbox.fetch.HttpFetcher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What programs get by http.fetch, from their call through the real fetcher to a server and back;
 * two servers of this machine stand for hosts, one of which is allowed.
 */
class FetchBehaviourTest extends ApiFixture {
  private static final String PYTHON =
      """
      from athena import http, PermissionDenied
      page = http.fetch("http://%s/page?q=1", method="POST", body="bücher")
      try:
        refused = http.fetch("http://%s/page")
      except PermissionDenied as error:
        refused = "PermissionDenied: " + error.message
      [page.status, page.text, refused]
      """;

  private static final String JAVASCRIPT =
      """
      import { http, PermissionDenied } from "athena";
      const page = await http.fetch("http://%s/page?q=1", { method: "POST", body: "bücher" });
      let refused;
      try {
        refused = await http.fetch("http://%s/page");
      } catch (error) {
        refused = `${error instanceof PermissionDenied && "PermissionDenied"}: ${error.message}`;
      }
      export default [page.status, page.text, refused];
      """;

  private final List<FetchEvent> told = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer allowed = newServer();
  private final HttpServer other = newServer();
  private final HttpFetcher fetcher = HttpFetcher.create(List.of(place(allowed), place(other)));
  private final Operations operations =
      new Operations(RateLimits.DEFAULT, InstantSource.system(), (_, _, _, _) -> {}, Screen.OPEN);

  @BeforeAll
  void serve() {
    HttpOperations http =
        new HttpOperations(
            new Fetches(
                SandboxConfig.of(config()).network(),
                new Fetches.World(fetcher, told::add, Border.NONE, InstantSource.system())));
    operations.register(HttpApi.class, _ -> http);
    for (HttpServer server : List.of(allowed, other)) {
      server.createContext("/", this::answer);
      server.start();
    }
  }

  @AfterAll
  void stop() {
    fetcher.close();
    allowed.stop(0);
    other.stop(0);
  }

  @BeforeEach
  void askNothingYet() {
    told.clear();
    asked.clear();
  }

  @ParameterizedTest
  @CsvSource({"PYTHON, bwrap", "PYTHON, srt", "JAVASCRIPT, bwrap", "JAVASCRIPT, srt"})
  void anAllowedHostIsFetchedAndAnotherIsRefused(Language language, String backend) {
    String source = language == Language.PYTHON ? PYTHON : JAVASCRIPT;
    Program program = new Program(language, source.formatted(place(allowed), place(other)), null);

    Outcome outcome = run(program, JsonObject.builder().put("backend", backend).build());

    assertThat(outcome.status()).as("%s", outcome).isEqualTo(Status.OK);
    assertThat(outcome.result())
        .isEqualTo(
            JsonCodec.read(
                """
                [200, "POST bücher",
                 "PermissionDenied: %s is no host that this program may reach"]\
                """
                    .formatted(place(other))));
    assertThat(asked).containsExactly(place(allowed) + "/page?q=1");
    assertThat(told)
        .extracting(FetchEvent::verdict, FetchEvent::port)
        .containsExactly(
            tuple(Verdict.ANSWERED, allowed.getAddress().getPort()),
            tuple(Verdict.REFUSED, other.getAddress().getPort()));
  }

  @Override
  ProgramCalls calls() {
    return new ProgramCalls() {
      @Override
      public Json call(String operation, JsonObject arguments) {
        return operations.call(CALLER, operation, arguments);
      }

      @Override
      public void progress(double done, @Nullable Double total, @Nullable String message) {}

      @Override
      public void onCancel(Runnable action) {}
    };
  }

  private JsonObject config() {
    JsonObject network =
        JsonObject.builder()
            .put("domains", Json.ofTexts(List.of(place(allowed))))
            .put("methods", Json.ofTexts(List.of("GET", "POST")))
            .build();
    return JsonObject.builder().put("network", network).build();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI().toString());
    byte[] answer = (exchange.getRequestMethod() + " " + body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static HttpServer newServer() {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      return HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String place(HttpServer server) {
    return "127.0.0.1:" + server.getAddress().getPort();
  }
}
