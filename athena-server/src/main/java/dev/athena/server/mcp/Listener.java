package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.concurrent.CountDownLatch;

/** A modern client that listens for the changes its filter names. */
final class Listener {
  private final RequestExchange exchange;
  private final JsonObject filter;
  private final CountDownLatch ended = new CountDownLatch(1);

  Listener(RequestExchange exchange, JsonObject filter) {
    this.exchange = exchange;
    this.filter = filter;
  }

  RequestExchange exchange() {
    return exchange;
  }

  /** Returns the metadata that ties a message to this listener. */
  JsonObject mark() {
    return JsonObject.builder().put(Meta.SUBSCRIPTION_ID, exchange.request().id()).build();
  }

  /** Begins to hear of changes, with the acknowledgement as the first message of all. */
  synchronized void begin(Runnable register) {
    exchange.onCancel(this::end);
    register.run();
    JsonObject params =
        JsonObject.builder().put(Meta.KEY, mark()).put("notifications", filter).build();
    exchange
        .outbox()
        .send(Session.notification("notifications/subscriptions/acknowledged", params));
  }

  synchronized void tell(Change change) {
    if (wants(change)) {
      JsonObject params = change.params().with(Meta.KEY, mark());
      exchange.outbox().send(Session.notification(change.method(), params));
    }
  }

  void end() {
    ended.countDown();
  }

  void await() {
    try {
      ended.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean wants(Change change) {
    return switch (change) {
      case Change.ToolsChanged() -> filter.has("toolsListChanged");
      case Change.ResourcesChanged() -> filter.has("resourcesListChanged");
      case Change.PromptsChanged() -> filter.has("promptsListChanged");
      case Change.ResourceUpdated(String uri) ->
          filter
              .array("resourceSubscriptions")
              .map(uris -> uris.values().contains(Json.of(uri)))
              .orElse(false);
    };
  }
}
