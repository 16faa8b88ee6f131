package dev.athena.sandbox.fetch;

import com.sun.net.httpserver.HttpServer;
import dev.athena.execution.SandboxConfig;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.operation.Effect;
import dev.athena.operation.HttpApi;
import dev.athena.operation.HttpOperations;
import dev.athena.operation.Operations;
import dev.athena.operation.RateLimits;
import dev.athena.operation.RateLimits.Rate;
import dev.athena.principal.Caller;
import dev.athena.principal.Namespace;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Measures what the mediation of http.fetch costs, against the JDK's own client: a small page of a
 * host on this machine, over a connection that is kept, and over a new one each time.
 */
final class FetchLatency {
  private static final int WARM_UP = 3_000;
  private static final int ROUNDS = 5_000;
  private static final RateLimits NO_LIMIT =
      new RateLimits(Map.of(Effect.READS, new Rate(1e6, 1_000_000)));

  private static final byte[] PAGE = new byte[1_000];

  private FetchLatency() {}

  /** One call. */
  @FunctionalInterface
  private interface Call {
    void make() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    Arrays.fill(PAGE, (byte) 'a');
    HttpServer server =
        HttpServer.create(new InetSocketAddress(FetchFixture.address("127.0.0.1"), 0), 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/close")) {
            exchange.getResponseHeaders().set("Connection", "close");
          }
          exchange.sendResponseHeaders(200, PAGE.length);
          exchange.getResponseBody().write(PAGE);
          exchange.close();
        });
    server.start();
    String place = "127.0.0.1:" + server.getAddress().getPort();
    try (HttpFetcher fetcher = HttpFetcher.create(List.of(place));
        HttpClient plain = HttpClient.newHttpClient()) {
      Operations operations = operations(fetcher, place);
      for (String path : List.of("/keep", "/close")) {
        String url = "http://" + place + path;
        measure("plain " + path, () -> plain(plain, url));
        measure("fetch " + path, () -> mediated(operations, url));
      }
    } finally {
      server.stop(0);
      threads.close();
    }
  }

  private static void plain(HttpClient client, String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    expect(client.send(request, BodyHandlers.ofString()).body().length());
  }

  private static void mediated(Operations operations, String url) {
    JsonObject arguments = JsonObject.builder().put("url", url).build();
    Caller caller = Caller.local(Namespace.ofProject("p"));
    JsonObject answer = (JsonObject) operations.call(caller, "http.fetch", arguments);
    expect(answer.text("text").orElseThrow().length());
  }

  private static void expect(int length) {
    if (length != PAGE.length) {
      throw new IllegalStateException("a page of " + length + " bytes");
    }
  }

  private static Operations operations(HttpFetcher fetcher, String place) {
    JsonObject network = JsonObject.builder().put("domains", Json.ofTexts(List.of(place))).build();
    JsonObject config = JsonObject.builder().put("network", network).build();
    InstantSource clock = InstantSource.system();
    HttpOperations target =
        new HttpOperations(SandboxConfig.of(config).network(), fetcher, _ -> {}, clock);
    Operations operations = new Operations(NO_LIMIT, clock, (_, _, _, _) -> {});
    operations.register(HttpApi.class, _ -> target);
    return operations;
  }

  private static void measure(String name, Call call) throws Exception {
    for (int i = 0; i < WARM_UP; i++) {
      call.make();
    }
    double[] took = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      call.make();
      took[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(took);
    PrintStream out = System.out;
    out.printf(
        "%-12s p50 %.3f ms, p95 %.3f ms, p99 %.3f ms%n",
        name, took[ROUNDS / 2], took[ROUNDS * 95 / 100], took[ROUNDS * 99 / 100]);
  }
}
