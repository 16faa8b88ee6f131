package dev.athena.server.http;

import com.sun.net.httpserver.HttpExchange;
import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the response to one request.
 *
 * <p>The exchange itself is never closed after a response: that would close the connection, which
 * the client means to use again.
 */
final class Reply {
  private final HttpExchange http;

  Reply(HttpExchange http) {
    this.http = http;
  }

  void header(String name, String value) {
    http.getResponseHeaders().set(name, value);
  }

  void empty(int status) throws IOException {
    http.sendResponseHeaders(status, -1);
  }

  void text(int status, String text) throws IOException {
    body(status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Turns the request away for now. */
  void busy(String text) throws IOException {
    header("Retry-After", "1");
    text(503, text);
  }

  void json(int status, Json value) throws IOException {
    body(status, "application/json", JsonCodec.writeUtf8(value));
  }

  /** Begins a stream of events. */
  EventStream events() throws IOException {
    header("Content-Type", "text/event-stream");
    header("Cache-Control", "no-cache, no-transform");
    header("X-Accel-Buffering", "no");
    http.sendResponseHeaders(200, 0);
    return new EventStream(http.getResponseBody());
  }

  private void body(int status, String type, byte[] bytes) throws IOException {
    header("Content-Type", type);
    http.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = http.getResponseBody()) {
      out.write(bytes);
    }
  }
}
