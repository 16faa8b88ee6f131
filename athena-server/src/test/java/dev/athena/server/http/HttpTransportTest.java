package dev.athena.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Change;
import dev.athena.server.testing.Messages;
import java.io.BufferedReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class HttpTransportTest extends HttpHarness {
  @Test
  void aModernRequestNeedsNoSession() throws Exception {
    HttpResponse<String> response = send(modernCall(1, "who"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(response.headers().firstValue("Mcp-Session-Id")).isEmpty();
    assertThat(Messages.text(JsonCodec.read(response.body()))).isEqualTo("nobody");
  }

  @Test
  void anOlderClientGetsASessionThatItMayEnd() throws Exception {
    String session = initialize();

    assertThat(send(legacy(session, Messages.call(2, "who"))).statusCode()).isEqualTo(200);
    assertThat(send(request("DELETE", session)).statusCode()).isEqualTo(204);
    assertThat(send(legacy(session, Messages.call(3, "who"))).statusCode()).isEqualTo(404);
    assertThat(send(request("DELETE", session)).statusCode()).isEqualTo(404);
  }

  @Test
  void anOlderRequestWithoutItsSessionIsRefusedUnderItsId() throws Exception {
    HttpResponse<String> without = send(post(Messages.call(1, "who")));
    HttpResponse<String> unknown = send(legacy("unknown", Messages.call(2, "who")));

    assertThat(without.statusCode()).isEqualTo(400);
    assertThat(JsonCodec.readObject(without.body()).whole("id")).contains(1L);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(JsonCodec.readObject(unknown.body()).whole("id")).contains(2L);
  }

  @Test
  void whatIsNoRequestIsRefusedWithoutAnId() throws Exception {
    JsonObject answer = Messages.json("{'jsonrpc': '2.0', 'id': 7, 'result': {}}");

    for (HttpRequest request : List.of(post(answer), builder("POST", "[]", BOTH).build())) {
      HttpResponse<String> refused = send(request);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(JsonCodec.readObject(refused.body()).find("id")).contains(Json.Null.VALUE);
    }
  }

  @Test
  void aFailedInitializeLeavesNoSession() throws Exception {
    HttpResponse<String> response = send(post(Messages.legacy(1, "initialize", "{}")));

    assertThat(response.headers().firstValue("Mcp-Session-Id")).isEmpty();
    assertThat(errorCode(response)).isEqualTo(-32602);
  }

  @Test
  void progressComesAsEventsBeforeTheAnswer() throws Exception {
    JsonObject call =
        modernMessage(1, "tools/call", "{'name': 'work'}").with("params", progressParams());

    HttpResponse<String> response =
        send(modern("tools/call", JsonCodec.write(call)).header("Mcp-Name", "work").build());

    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    assertThat(response.body().lines().filter(line -> line.startsWith("data: ")))
        .hasSize(2)
        .satisfiesExactly(
            first -> assertThat(first).contains("notifications/progress"),
            last -> assertThat(last).contains("\"id\":1").contains("done"));
  }

  @Test
  void aClientThatTakesNoEventsGetsTheAnswerOnly() throws Exception {
    String session = initialize();
    JsonObject call =
        Messages.legacy(2, "tools/call", "{'name': 'work', '_meta': {'progressToken': 1}}");
    HttpRequest request =
        builder("POST", JsonCodec.write(call), "application/json")
            .header("Mcp-Session-Id", session)
            .build();

    assertThat(Messages.text(JsonCodec.read(send(request).body()))).isEqualTo("done");
  }

  @Test
  void aClientThatLeavesCancelsItsRequest() throws Exception {
    reopen(OPTIONS.with(IDLE, Duration.ofMillis(20)), LIMITS);
    try (Socket socket = connect()) {
      raw(
          socket,
          rawPost(
              "localhost",
              JsonCodec.write(modernMessage(1, "tools/call", "{'name': 'hold'}")),
              "Mcp-Name: hold\r\nMcp-Method: tools/call\r\n"));
      await(held);
    }

    await(cancelled);
  }

  @Test
  void aCancellationOverASessionEndsItsRequest() throws Exception {
    String session = initialize();
    CompletableFuture<HttpResponse<String>> held1 =
        sendAsync(legacy(session, Messages.call(2, "hold")));
    await(held);

    HttpResponse<String> accepted =
        send(
            legacy(
                session,
                Messages.json(
                    "{'jsonrpc': '2.0', 'method': 'notifications/cancelled', 'params':"
                        + " {'requestId': 2}}")));

    assertThat(accepted.statusCode()).isEqualTo(202);
    await(cancelled);
    assertThat(held1.get().body()).doesNotContain("released");
  }

  @Test
  void headersMustSayWhatTheBodySays() throws Exception {
    String call = JsonCodec.write(modernMessage(1, "tools/call", "{'name': 'who'}"));

    assertMismatch(modern("tools/list", call).header("Mcp-Name", "who"));
    assertMismatch(modern("tools/call", call).header("Mcp-Name", "other"));
    assertMismatch(modern("tools/call", call));
    assertMismatch(
        builder("POST", call, BOTH)
            .header("MCP-Protocol-Version", "2025-11-25")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", "who"));
    assertMismatch(modern("tools/call", call).header("Mcp-Name", "=?base64?%%%?="));
    HttpResponse<String> encoded =
        send(modern("tools/call", call).header("Mcp-Name", "=?base64?d2hv?=").build());
    assertThat(encoded.statusCode()).isEqualTo(200);
  }

  @Test
  void aModernHeaderWithoutMetadataIsRefused() throws Exception {
    HttpResponse<String> response =
        send(modern("tools/list", JsonCodec.write(Messages.legacy(5, "tools/list", "{}"))).build());

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(errorCode(response)).isEqualTo(-32602);
  }

  @Test
  void anUnknownModernMethodIsNotFound() throws Exception {
    HttpResponse<String> response =
        send(modern("a/b", JsonCodec.write(modernMessage(1, "a/b", "{}"))).build());

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(errorCode(response)).isEqualTo(-32601);
  }

  @Test
  void aSessionHearsOfChangesOnOneStream() throws Exception {
    String session = initialize();
    HttpRequest listen =
        builder("GET", "", "text/event-stream").header("Mcp-Session-Id", session).build();
    HttpResponse<Stream<String>> stream = client.send(listen, BodyHandlers.ofLines());

    assertThat(send(listen).statusCode()).isEqualTo(409);
    test.server().announce(new Change.ToolsChanged());

    try (Stream<String> lines = stream.body()) {
      assertThat(lines.filter(line -> line.startsWith("data: ")).findFirst())
          .hasValueSatisfying(line -> assertThat(line).contains("tools/list_changed"));
    }
  }

  @Test
  void whatIsNotTheProtocolIsRefused() throws Exception {
    assertThat(send(builder("PUT", "{}", BOTH).build()).statusCode()).isEqualTo(405);
    assertThat(send(builder("GET", "", BOTH).build()).statusCode()).isEqualTo(405);
    assertThat(statusOf("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")).isEqualTo(404);
    assertThat(errorCode(send(builder("POST", "{", BOTH).build()))).isEqualTo(-32700);
    assertThat(errorCode(send(builder("POST", "1", BOTH).build()))).isEqualTo(-32600);
    assertThat(errorCode(send(builder("POST", "[]", BOTH).build()))).isEqualTo(-32600);
    HttpRequest text =
        HttpRequest.newBuilder(transport.endpoint())
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .header("Content-Type", "text/plain")
            .build();
    assertThat(send(text).statusCode()).isEqualTo(415);
  }

  @Test
  void aConnectionServesManyRequests() throws Exception {
    try (Socket socket = connect()) {
      BufferedReader in = reader(socket);
      for (int i = 0; i < 150; i++) {
        raw(socket, rawDiscover("localhost", ""));
        assertThat(readStatus(in)).isEqualTo(200);
      }
    }
  }
}
