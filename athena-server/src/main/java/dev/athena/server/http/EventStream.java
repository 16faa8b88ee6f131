package dev.athena.server.http;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A response that comes in pieces: server-sent events, each a message. For one thread. */
final class EventStream implements AutoCloseable {
  private final OutputStream out;

  EventStream(OutputStream out) {
    this.out = out;
  }

  void event(Json message) throws IOException {
    write("event: message\ndata: " + JsonCodec.write(message) + "\n\n");
  }

  /** Writes what clients skip; it shows them that we live, and us that they do. */
  void signOfLife() throws IOException {
    write(":\n\n");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
