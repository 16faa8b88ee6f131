package dev.athena.bench.sandbox;

import dev.athena.app.SystemSources;
import dev.athena.execution.Border;
import dev.athena.execution.Fetches;
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
import dev.athena.privacy.Screen;
import dev.athena.sandbox.fetch.HttpFetcher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What mediation adds to a fetch: a small page of a host on this machine, by {@code http.fetch} and
 * by the JDK's own client, over a connection that is kept and over a new one each time.
 *
 * <p>The way from the program to Athena is not in it; that is the same as of any other call.
 */
record FetchStep() implements Step {
  private static final double ADDED_MAX = 5;

  /** A fetch is short. */
  private static final int MANY = 5;

  /** Enough for Java to compile both ways. */
  private static final int WARM_UP = 1_000;

  private static final RateLimits NO_LIMIT =
      new RateLimits(Map.of(Effect.READS, new Rate(1e6, 1_000_000)));

  @Override
  public String title() {
    return "a fetch of a page of 1,000 bytes on this machine";
  }

  @Override
  public List<Row> measure(Setting setting) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (PageServer server = PageServer.start();
        HttpFetcher fetcher = HttpFetcher.create(List.of(server.place()));
        HttpClient client = HttpClient.newHttpClient()) {
      Ways ways = new Ways(client, operations(fetcher, server.place()));
      String host = "http://" + server.place();
      rows.addAll(ways.rows("kept", host + "/keep", setting));
      rows.addAll(ways.rows("new", host + PageServer.CLOSE, setting));
    }
    return rows;
  }

  private static Operations operations(HttpFetcher fetcher, String place) {
    JsonObject network = JsonObject.builder().put("domains", Json.ofTexts(List.of(place))).build();
    JsonObject config = JsonObject.builder().put("network", network).build();
    InstantSource clock = SystemSources.clock();
    HttpOperations target =
        new HttpOperations(
            new Fetches(
                SandboxConfig.of(config).network(),
                new Fetches.World(fetcher, _ -> {}, Border.NONE, clock)));
    Operations operations = new Operations(NO_LIMIT, clock, (_, _, _, _) -> {}, Screen.OPEN);
    operations.register(HttpApi.class, _ -> target);
    return operations;
  }

  /**
   * Both ways to a page.
   *
   * @param client the JDK's
   * @param operations have {@code http.fetch}
   */
  private record Ways(HttpClient client, Operations operations) {
    List<Row> rows(String connection, String url, Setting setting) throws IOException {
      Times plain = measured(setting, () -> plain(url));
      Times mediated = measured(setting, () -> mediated(url));
      return List.of(
          mediated.row("http.fetch, %s connection".formatted(connection)),
          plain.row("the JDK's client, %s connection".formatted(connection)),
          Row.difference("added by mediation", mediated.median() - plain.median())
              .atMost(ADDED_MAX));
    }

    private static Times measured(Setting setting, Times.Work work) throws IOException {
      for (int i = 0; i < WARM_UP; i++) {
        work.run();
      }
      return Times.of(setting.calls() * MANY, work);
    }

    private void plain(String url) throws IOException {
      try {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        expect(client.send(request, BodyHandlers.ofString()).body().length());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }

    private void mediated(String url) throws IOException {
      JsonObject arguments = JsonObject.builder().put("url", url).build();
      Caller caller = Caller.local(Namespace.ofProject(Scratch.PROJECT));
      JsonObject answer = (JsonObject) operations.call(caller, "http.fetch", arguments);
      expect(answer.text("text").orElse("").length());
    }

    private static void expect(int length) throws IOException {
      if (length != PageServer.PAGE_BYTES) {
        throw new IOException("a page of " + length + " bytes");
      }
    }
  }
}
