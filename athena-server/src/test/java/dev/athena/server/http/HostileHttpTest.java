package dev.athena.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athena.json.JsonCodec;
import dev.athena.server.conformance.ConformanceServer;
import dev.athena.server.testing.HostileMessages;
import dev.athena.server.testing.Messages;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class HostileHttpTest {
  private static final long SEED = 20_261_122;
  private static final int MESSAGES = 1_000;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final String HEAD = "POST /mcp HTTP/1.1\r\nHost: localhost\r\n";

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  @Timeout(300)
  void afterEveryHostileMessageTheNextGoodOneIsServed() throws IOException {
    List<String> failures = new CopyOnWriteArrayList<>();
    HostileMessages hostile = new HostileMessages(SEED);
    HttpOptions options =
        HttpOptions.loopback(0).with(Duration.ofMinutes(1), Duration.ofMillis(50));
    try (HttpTransport transport =
        HttpTransport.open(
            ConformanceServer.create((where, failure) -> failures.add(where + ": " + failure)),
            options)) {
      for (int i = 0; i < MESSAGES; i++) {
        String answer = exchange(transport, request(hostile.next()));
        assertThat(answer == null || answer.startsWith("HTTP/1.1 "))
            .as("message %s of seed %s was answered: %s", i, SEED, answer)
            .isTrue();
        assertThat(exchange(transport, good())).as("after message %s", i).contains(" 200 ");
      }
    }
    assertThat(failures).isEmpty();
  }

  /** Sends {@code request}, ends the sending side, and returns the first line that comes back. */
  private static @Nullable String exchange(HttpTransport transport, byte[] request)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), transport.port())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
            .readLine();
      } catch (SocketTimeoutException e) {
        return "nothing: " + e.getMessage();
      } catch (SocketException _) {
        return null; // Closed by the server, which is an answer.
      }
    }
  }

  private byte[] request(byte[] body) {
    String json = "Content-Type: application/json\r\nAccept: text/event-stream\r\n";
    String session = random.nextBoolean() ? "Mcp-Session-Id: 00\r\n" : "";
    String modern = "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: server/discover\r\n";
    return switch (random.nextInt(8)) {
      case 0 -> body;
      case 1 -> bytes(HEAD + json + "Content-Length: -5\r\n\r\n", body);
      case 2 -> bytes(HEAD + json + "Content-Length: " + (body.length + 9) + "\r\n\r\n", body);
      case 3 -> bytes(HEAD + json + "Transfer-Encoding: chunked\r\n\r\n", body);
      case 4 -> bytes(HEAD + json + modern + length(body), body);
      default -> bytes(HEAD + json + session + length(body), body);
    };
  }

  private static byte[] good() {
    byte[] body = JsonCodec.writeUtf8(Messages.modern(1, "server/discover", "{}"));
    return bytes(
        HEAD
            + "Content-Type: application/json\r\nAccept: application/json\r\n"
            + "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: server/discover\r\n"
            + length(body),
        body);
  }

  private static String length(byte[] body) {
    return "Content-Length: " + body.length + "\r\n\r\n";
  }

  private static byte[] bytes(String head, byte[] body) {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    request.writeBytes(body);
    return request.toByteArray();
  }
}
