package dev.athena.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Features;
import dev.athena.server.testing.FakeTools;
import dev.athena.server.testing.Messages;
import dev.athena.server.testing.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** A server over HTTP, and the requests that tests send to it. */
abstract class HttpHarness {
  static final Duration IDLE = Duration.ofMinutes(1);
  static final HttpOptions OPTIONS = HttpOptions.loopback(0).with(IDLE, Duration.ofSeconds(30));
  static final Limits LIMITS = new Limits(2_000, 4_000, 2, 2);
  static final String BOTH = "application/json, text/event-stream";

  final CountDownLatch held = new CountDownLatch(1);
  final CountDownLatch heldTwice = new CountDownLatch(2);
  final CountDownLatch cancelled = new CountDownLatch(1);
  final CountDownLatch release = new CountDownLatch(1);
  final FakeTools tools =
      new FakeTools()
          .with("who", (_, exchange) -> FakeTools.text(exchange.caller().orElse("nobody")))
          .with(
              "work",
              (_, exchange) -> {
                exchange.progress(1, 2.0, "half");
                return FakeTools.text("done");
              })
          .with(
              "hold",
              (_, exchange) -> {
                exchange.onCancel(cancelled::countDown);
                exchange.onCancel(release::countDown);
                held.countDown();
                heldTwice.countDown();
                await(release);
                return FakeTools.text("released");
              });
  final TestServer test = TestServer.with(Features.of(tools).withChanges());
  final HttpClient client = HttpClient.newHttpClient();
  HttpTransport transport = open(OPTIONS);

  @AfterEach
  void close() {
    release.countDown();
    client.shutdownNow();
    transport.close();
    assertThat(test.failures()).isEmpty();
  }

  HttpTransport open(HttpOptions options) {
    return open(options, LIMITS);
  }

  HttpTransport open(HttpOptions options, Limits limits) {
    try {
      return HttpTransport.open(test.server(), options, limits);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  void reopen(HttpOptions options, Limits limits) {
    transport.close();
    transport = open(options, limits);
  }

  String initialize() throws Exception {
    HttpResponse<String> response = send(post(Messages.initialize(1, "2025-11-25")));
    return response.headers().firstValue("Mcp-Session-Id").orElseThrow();
  }

  HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  HttpRequest.Builder builder(String method, String body, String accept) {
    return HttpRequest.newBuilder(transport.endpoint())
        .method(
            method,
            body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body))
        .header("Content-Type", "application/json; charset=utf-8")
        .header("Accept", accept);
  }

  HttpRequest post(JsonObject message) {
    return builder("POST", JsonCodec.write(message), BOTH).build();
  }

  HttpRequest legacy(String session, JsonObject message) {
    return builder("POST", JsonCodec.write(message), BOTH)
        .header("Mcp-Session-Id", session)
        .header("MCP-Protocol-Version", "2025-11-25")
        .build();
  }

  HttpRequest request(String method, String session) {
    return builder(method, "", BOTH).header("Mcp-Session-Id", session).build();
  }

  HttpRequest.Builder modern(String method, String body) {
    return builder("POST", body, BOTH)
        .header("MCP-Protocol-Version", "2026-07-28")
        .header("Mcp-Method", method);
  }

  HttpRequest.Builder modernCallBuilder(long id, String tool) {
    JsonObject call = modernMessage(id, "tools/call", "{'name': '" + tool + "'}");
    return modern("tools/call", JsonCodec.write(call)).header("Mcp-Name", tool);
  }

  HttpRequest modernCall(long id, String tool) {
    return modernCallBuilder(id, tool).build();
  }

  static HttpRequest withToken(HttpRequest.Builder request, String token) {
    return request.header("Authorization", "Bearer " + token).build();
  }

  static JsonObject modernMessage(long id, String method, String params) {
    return Messages.modern(id, method, params);
  }

  static JsonObject progressParams() {
    JsonObject params =
        modernMessage(1, "tools/call", "{'name': 'work'}").object("params").orElseThrow();
    JsonObject meta = params.object("_meta").orElseThrow().with("progressToken", Json.of("p"));
    return params.with("_meta", meta);
  }

  void assertMismatch(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = send(request.build());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(errorCode(response)).isEqualTo(-32020);
  }

  static long errorCode(HttpResponse<String> response) {
    return Messages.errorCode(JsonCodec.read(response.body()));
  }

  static String rawDiscover(String host, String headers) {
    return rawPost(
        host,
        JsonCodec.write(modernMessage(1, "server/discover", "{}")),
        "Mcp-Method: server/discover\r\n" + headers);
  }

  static String rawPost(String host, String body, String headers) {
    return "POST /mcp HTTP/1.1\r\nHost: "
        + host
        + "\r\nContent-Type: application/json\r\nAccept: "
        + BOTH
        + "\r\nMCP-Protocol-Version: 2026-07-28\r\nContent-Length: "
        + body.length()
        + "\r\n"
        + headers
        + "\r\n"
        + body;
  }

  int statusOf(String request) throws IOException {
    try (Socket socket = connect()) {
      raw(socket, request);
      return readStatus(reader(socket));
    }
  }

  Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), transport.port());
  }

  static void raw(Socket socket, String request) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(request.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  /** Reads one response of a known length, and returns its status. */
  static int readStatus(BufferedReader in) throws IOException {
    int status = Integer.parseInt(in.readLine().split(" ", 3)[1]);
    int length = 0;
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    for (int i = 0; i < length; i++) {
      in.read();
    }
    return status;
  }

  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
