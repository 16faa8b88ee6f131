package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who wants to hear of changes: sessions of the older kind, and listeners of the modern one. */
final class Subscriptions {
  /** The most listeners at one time. */
  static final int LISTENERS_MAX = 256;

  private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

  void add(Session session) {
    sessions.add(session);
  }

  /** Ends all listening of {@code session}. */
  void end(Session session) {
    sessions.remove(session);
    for (Listener listener : listeners) {
      if (listener.exchange().session() == session) {
        listener.end();
      }
    }
  }

  void announce(Change change) {
    sessions.forEach(session -> session.tell(change));
    listeners.forEach(listener -> listener.tell(change));
  }

  /** Listens until the client or the session ends it, and returns the closing result. */
  JsonObject listen(RequestExchange exchange, JsonObject capabilities) {
    JsonObject wanted = Params.object(exchange.params(), "notifications");
    Listener listener = new Listener(exchange, honoured(wanted, capabilities));
    if (listeners.size() >= LISTENERS_MAX) {
      throw ProtocolError.internal("there are " + LISTENERS_MAX + " listeners already", null);
    }
    try {
      listener.begin(() -> listeners.add(listener));
      if (exchange.session().hasEnded()) {
        listener.end(); // The input ended before this listener could be found by end().
      }
      listener.await();
    } finally {
      listeners.remove(listener);
    }
    return JsonObject.builder().put(Meta.KEY, listener.mark()).build();
  }

  private static JsonObject honoured(JsonObject wanted, JsonObject capabilities) {
    JsonObject.Builder filter = JsonObject.builder();
    for (String list : new String[] {"tools", "prompts", "resources"}) {
      String name = list + "ListChanged";
      boolean served = capabilities.object(list).map(c -> c.has("listChanged")).orElse(false);
      if (served && wanted.find(name).equals(Optional.of(Json.of(true)))) {
        filter.put(name, true);
      }
    }
    JsonArray uris = wanted.array("resourceSubscriptions").orElse(JsonArray.EMPTY);
    if (uris.size() > Session.WATCHED_MAX) {
      throw ProtocolError.invalidParams(
          "a listener may watch " + Session.WATCHED_MAX + " resources");
    }
    boolean watchable = capabilities.object("resources").map(c -> c.has("subscribe")).orElse(false);
    if (watchable && uris.size() > 0) {
      filter.put("resourceSubscriptions", uris);
    }
    return filter.build();
  }
}
