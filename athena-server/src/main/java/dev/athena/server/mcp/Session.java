package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: a process on stdio, a session or a single request on HTTP.
 *
 * <p>It remembers what the older revisions expect to be remembered, and which requests are under
 * way. Safe for use by several threads.
 */
public final class Session implements AutoCloseable {
  /** The longest wait for a client's answer to a request of ours. */
  static final long ASK_MILLIS_MAX = 5 * 60 * 1000;

  /** The most resources that one session may watch. */
  static final int WATCHED_MAX = 1_000;

  private final McpServer server;
  private final @Nullable String caller;
  private final Outbox outbox;
  private final long askMillisMax;
  private final Map<Json, RequestExchange> underWay = new ConcurrentHashMap<>();
  private final Map<Json, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
  private final Set<String> watched = ConcurrentHashMap.newKeySet();
  private final AtomicLong askCount = new AtomicLong();
  private volatile Client client = Client.UNKNOWN;
  private volatile LogLevel logLevel = LogLevel.INFO;
  private volatile boolean takesBatches;
  private volatile boolean ended;

  Session(McpServer server, @Nullable String caller, Outbox outbox) {
    this(server, caller, outbox, ASK_MILLIS_MAX);
  }

  Session(McpServer server, @Nullable String caller, Outbox outbox, long askMillisMax) {
    this.server = server;
    this.caller = caller;
    this.outbox = outbox;
    this.askMillisMax = askMillisMax;
  }

  /**
   * Takes in a request; the work is done by {@link Call#answer}.
   *
   * @param related where what belongs to this request is sent, progress above all
   */
  public Call begin(Message.Request request, Outbox related) {
    return begin(request, related, TransportHeaders.NONE);
  }

  /**
   * Takes in a request that came with headers.
   *
   * @param related where what belongs to this request is sent, progress above all
   */
  public Call begin(Message.Request request, Outbox related, TransportHeaders headers) {
    try {
      RequestContext context = RequestContext.of(request, this);
      RequestExchange exchange =
          new RequestExchange(this, request, context, new RequestExchange.Beside(headers, related));
      if (underWay.putIfAbsent(request.id(), exchange) != null) {
        throw ProtocolError.invalidRequest("a request with this id is still under way");
      }
      return Call.of(this, exchange);
    } catch (ProtocolError e) {
      return Call.refused(this, request, e);
    }
  }

  /**
   * Takes in several messages at once.
   *
   * @throws ProtocolError if the revision that was agreed on has no batches, or this one is too
   *     long
   */
  public Batch begin(JsonArray array, Outbox related) {
    return begin(array, related, TransportHeaders.NONE);
  }

  /**
   * Takes in several messages that came with headers.
   *
   * @throws ProtocolError if the revision that was agreed on has no batches, or this one is too
   *     long
   */
  public Batch begin(JsonArray array, Outbox related, TransportHeaders headers) {
    if (!takesBatches) {
      throw ProtocolError.invalidRequest(
          "batches are not part of this revision; send one message at a time");
    }
    return Batch.of(array, this, new RequestExchange.Beside(headers, related));
  }

  /** Takes note of a notification; unknown ones are ignored. */
  public void accept(Message.Notification notification) {
    if (notification.method().equals("notifications/cancelled")) {
      notification.params().find("requestId").map(underWay::get).ifPresent(RequestExchange::cancel);
    }
  }

  /** Takes the answer to a request of ours; unknown ones are ignored. */
  public void accept(Message.Response response) {
    CompletableFuture<JsonObject> waiting = asked.remove(response.id());
    if (waiting == null) {
      return;
    }
    if (response.result() == null) {
      waiting.completeExceptionally(new IllegalStateException("the client refused"));
    } else {
      waiting.complete(response.result());
    }
  }

  /** Lets what only waits come to its end, since nothing more will be heard from the client. */
  public void endOfInput() {
    ended = true;
    server.subscriptions().end(this);
    asked.values().forEach(waiting -> waiting.cancel(false));
  }

  /** Cancels what is under way and forgets the client. */
  @Override
  public void close() {
    endOfInput();
    underWay.values().forEach(RequestExchange::cancel);
  }

  /** Returns whether a request is under way. */
  public boolean isBusy() {
    return !underWay.isEmpty();
  }

  /** Returns whom the transport authenticated. */
  public Optional<String> caller() {
    return Optional.ofNullable(caller);
  }

  McpServer server() {
    return server;
  }

  Client client() {
    return client;
  }

  LogLevel logLevel() {
    return logLevel;
  }

  void logFrom(LogLevel level) {
    logLevel = level;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Begins the older protocol with {@code newClient}, again if need be. */
  void initialize(Client newClient, String version) {
    client = newClient;
    takesBatches = Era.hasBatches(version);
    if (!ended) {
      server.subscriptions().add(this);
    }
  }

  void watch(String uri) {
    if (watched.size() >= WATCHED_MAX) {
      throw ProtocolError.internal("a session may watch " + WATCHED_MAX + " resources", null);
    }
    watched.add(uri);
  }

  void unwatch(String uri) {
    watched.remove(uri);
  }

  /** Tells the client of {@code change}, unless it is about a resource that it does not watch. */
  void tell(Change change) {
    if (!(change instanceof Change.ResourceUpdated(String uri)) || watched.contains(uri)) {
      outbox.send(notification(change.method(), change.params()));
    }
  }

  void forget(RequestExchange exchange) {
    underWay.remove(exchange.request().id(), exchange);
  }

  /**
   * Asks the client and waits for what it says, in the way of the older revisions.
   *
   * @throws ProtocolError if the client cannot, will not, or says nothing
   */
  JsonObject ask(InputRequest wanted, RequestExchange exchange) {
    exchange.require(wanted.kind().capability());
    Json id = Json.of("athena-" + askCount.incrementAndGet());
    CompletableFuture<JsonObject> waiting = new CompletableFuture<>();
    asked.put(id, waiting);
    exchange.onCancel(() -> waiting.cancel(false));
    exchange
        .outbox()
        .send(
            JsonObject.builder()
                .put("jsonrpc", "2.0")
                .put("id", id)
                .putAll(wanted.toJson())
                .build());
    if (ended) {
      waiting.cancel(false);
    }
    try {
      return waiting.get(askMillisMax, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw unanswered(wanted);
    } catch (ExecutionException | TimeoutException | CancellationException _) {
      throw unanswered(wanted);
    } finally {
      asked.remove(id);
    }
  }

  static JsonObject notification(String method, JsonObject params) {
    JsonObject.Builder message = JsonObject.builder().put("jsonrpc", "2.0").put("method", method);
    if (!params.members().isEmpty()) {
      message.put("params", params);
    }
    return message.build();
  }

  private static ProtocolError unanswered(InputRequest wanted) {
    return ProtocolError.internal("the client did not answer " + wanted.kind().method(), null);
  }
}
