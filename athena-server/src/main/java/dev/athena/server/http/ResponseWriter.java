package dev.athena.server.http;

import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Answer;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a mailbox holds: one JSON object if the answer comes first, else a stream of events.
 *
 * <p>While nothing comes, the stream carries signs of life. They are also how the end of the
 * connection is noticed, since a server does not hear a client leave before it writes.
 */
final class ResponseWriter {
  private final Reply reply;
  private final Mailbox mailbox;
  private final Duration keepAlive;

  ResponseWriter(Reply reply, Mailbox mailbox, Duration keepAlive) {
    this.reply = reply;
    this.mailbox = mailbox;
    this.keepAlive = keepAlive;
  }

  /** Writes until the answer is there; returns whether it came to that. */
  boolean write(RequestHeaders headers) throws IOException {
    while (true) {
      Mailbox.Item item = next();
      if (item instanceof Mailbox.Item.Done(Answer answer)) {
        writeWhole(answer);
        return true;
      }
      if (headers.takesEvents()) {
        return writeFrom(item);
      }
    }
  }

  /** Writes a stream that has no answer at its end. */
  void writeEvents() throws IOException {
    writeFrom(null);
  }

  private boolean writeFrom(Mailbox.@Nullable Item first) throws IOException {
    try (EventStream events = reply.events()) {
      Mailbox.Item item = first;
      while (true) {
        switch (item) {
          case null -> events.signOfLife();
          case Mailbox.Item.Event(JsonObject message) -> events.event(message);
          case Mailbox.Item.Done(Answer answer) -> {
            if (answer != null) {
              events.event(answer.response());
            }
            return true;
          }
        }
        item = next();
      }
    }
  }

  private void writeWhole(@Nullable Answer answer) throws IOException {
    if (answer == null) {
      reply.empty(202); // Cancelled by a message of its own: there is nothing to say.
      return;
    }
    int status =
        switch (answer.status()) {
          case OK -> 200;
          case BAD_REQUEST -> 400;
          case NOT_FOUND -> 404;
        };
    reply.json(status, answer.response());
  }

  private Mailbox.@Nullable Item next() throws IOException {
    try {
      return mailbox.take(keepAlive);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server stops", e);
    }
  }
}
