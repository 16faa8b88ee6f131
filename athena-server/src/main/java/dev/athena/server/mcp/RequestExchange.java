package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The state of one request: who asked, how far it is, whether it is still wanted. */
final class RequestExchange implements Exchange {
  private final Session session;
  private final Message.Request request;
  private final RequestContext context;
  private final Beside beside;
  private final Map<String, JsonObject> inputs = new ConcurrentHashMap<>();
  private final List<Runnable> cancelActions = new ArrayList<>();
  private @Nullable JsonObject state;
  private boolean cancelled;
  private boolean finished;
  private double lastProgress = Double.NEGATIVE_INFINITY;

  RequestExchange(Session session, Message.Request request, RequestContext context, Beside beside) {
    this.session = session;
    this.request = request;
    this.context = context;
    this.beside = beside;
  }

  /** What there is beside a request: what came with it, and where what belongs to it is sent. */
  record Beside(TransportHeaders headers, Outbox outbox) {}

  Session session() {
    return session;
  }

  Message.Request request() {
    return request;
  }

  JsonObject params() {
    return request.params();
  }

  Era era() {
    return context.era();
  }

  Outbox outbox() {
    return beside.outbox();
  }

  @Override
  public Client client() {
    return context.client();
  }

  @Override
  public Optional<String> caller() {
    return session.caller();
  }

  @Override
  public Optional<String> header(String name) {
    return beside.headers().find(name);
  }

  @Override
  public void progress(double done, @Nullable Double total, @Nullable String message) {
    Json token = Meta.of(request.params()).find("progressToken").orElse(null);
    if (!(token instanceof Json.Text || token instanceof Json.Num)) {
      return;
    }
    JsonObject.Builder params =
        JsonObject.builder().put("progressToken", token).put("progress", number(done));
    if (total != null) {
      params.put("total", number(total));
    }
    params.putIfPresent("message", message);
    synchronized (this) {
      if (finished || cancelled || !(done > lastProgress)) {
        return;
      }
      lastProgress = done;
    }
    notify("notifications/progress", params.build());
  }

  @Override
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void onCancel(Runnable action) {
    synchronized (this) {
      if (!cancelled) {
        cancelActions.add(action);
        return;
      }
    }
    action.run();
  }

  @Override
  public void log(LogLevel level, String logger, Json data) {
    LogLevel least = era() == Era.MODERN ? context.logLevel() : session.logLevel();
    if (least == null || level.compareTo(least) < 0 || isFinished()) {
      return;
    }
    notify(
        "notifications/message",
        JsonObject.builder()
            .put("level", level.wireName())
            .put("logger", logger)
            .put("data", data)
            .build());
  }

  @Override
  public void require(String capability) {
    if (!client().can(capability)) {
      throw ProtocolError.missingCapability(capability);
    }
  }

  @Override
  public Optional<JsonObject> input(String key) {
    return Optional.ofNullable(inputs.get(key));
  }

  @Override
  public synchronized Optional<JsonObject> state() {
    return Optional.ofNullable(state);
  }

  /** Takes what the client found out, and the state it goes with. */
  synchronized void resume(JsonObject responses, @Nullable JsonObject kept) {
    responses
        .members()
        .forEach((key, response) -> {
          if (response instanceof JsonObject object) {
            inputs.put(key, object);
          }
        });
    state = kept;
  }

  /** Marks the request as unwanted and runs what waits for that. */
  void cancel() {
    List<Runnable> actions;
    synchronized (this) {
      if (cancelled || finished) {
        return;
      }
      cancelled = true;
      actions = List.copyOf(cancelActions);
    }
    actions.forEach(Runnable::run);
  }

  /** Ends the exchange: nothing is sent for it from here on. */
  synchronized void finish() {
    finished = true;
    cancelActions.clear();
  }

  private synchronized boolean isFinished() {
    return finished || cancelled;
  }

  private void notify(String method, JsonObject params) {
    outbox().send(Session.notification(method, params));
  }

  private static Json number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1L << 53
        ? Json.of((long) value)
        : Json.of(value);
  }
}
