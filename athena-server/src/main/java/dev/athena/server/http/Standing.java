package dev.athena.server.http;

import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Outbox;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The stream on which a session hears of changes, while its client keeps one open. */
final class Standing implements Outbox {
  private final AtomicReference<@Nullable Mailbox> open = new AtomicReference<>();

  /** Makes {@code mailbox} the stream; false if there is one already. */
  boolean begin(Mailbox mailbox) {
    return open.compareAndSet(null, mailbox);
  }

  void end(Mailbox mailbox) {
    open.compareAndSet(mailbox, null);
  }

  boolean isOpen() {
    return open.get() != null;
  }

  @Override
  public void send(JsonObject message) {
    Mailbox mailbox = open.get();
    if (mailbox != null) {
      mailbox.send(message);
    }
  }

  void close() {
    Mailbox mailbox = open.get();
    if (mailbox != null) {
      mailbox.done(Optional.empty());
    }
  }
}
