package dev.athena.server.http;

import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Answer;
import dev.athena.server.mcp.Outbox;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What waits to be written to one response: many put in, the thread of the response takes out. */
final class Mailbox implements Outbox {
  /** The most messages that wait; for a client that reads too slowly, further ones are dropped. */
  static final int WAITING_MAX = 1_000;

  private final LinkedBlockingQueue<Item> items = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /** What is taken out. */
  sealed interface Item {
    /** A message on the way to the answer. */
    record Event(JsonObject message) implements Item {}

    /** The end, with the answer, or null if that is no longer wanted. */
    record Done(@Nullable Answer answer) implements Item {}
  }

  @Override
  public void send(JsonObject message) {
    if (waiting.incrementAndGet() > WAITING_MAX) {
      waiting.decrementAndGet();
      return;
    }
    items.add(new Item.Event(message));
  }

  void done(Optional<Answer> answer) {
    items.add(new Item.Done(answer.orElse(null)));
  }

  /** Returns the next item, or null if none came within {@code patience}. */
  @Nullable Item take(Duration patience) throws InterruptedException {
    Item item = items.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (item instanceof Item.Event) {
      waiting.decrementAndGet();
    }
    return item;
  }
}
