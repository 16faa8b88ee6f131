package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;

/**
 * Requests that need more than one round.
 *
 * <p>A modern client gets the questions as the result and sends the request again. An older client
 * is asked while its request waits; the handler is then called again just the same, so a handler
 * need not know which era it serves.
 */
final class Rounds {
  /** The most times an older client is asked within one request. */
  static final int ROUNDS_MAX = 8;

  private final StateSeal seal;

  Rounds(StateSeal seal) {
    this.seal = seal;
  }

  /** Gives {@code exchange} what an earlier round brought, after checking that it may be used. */
  void resume(RequestExchange exchange) {
    JsonObject params = exchange.params();
    if (exchange.era() == Era.LEGACY) {
      return;
    }
    JsonObject responses = Params.object(params, "inputResponses");
    responses.members().keySet().forEach(key -> Params.object(responses, key));
    JsonObject state = null;
    if (params.has("requestState")) {
      state = seal.open(Params.text(params, "requestState"), binding(exchange));
    }
    exchange.resume(responses, state);
  }

  /** Returns the result that asks a modern client for {@code needed}. */
  Result result(InputRequired needed, RequestExchange exchange) {
    JsonObject.Builder requests = JsonObject.builder();
    needed
        .requests()
        .forEach((key, wanted) -> {
          exchange.require(wanted.kind().capability());
          requests.put(key, wanted.toJson());
        });
    JsonObject body =
        JsonObject.builder()
            .put("inputRequests", requests.build())
            .put("requestState", seal.seal(needed.state(), binding(exchange)))
            .build();
    return new Result(body, Result.Kind.INPUT_REQUIRED);
  }

  /** Asks an older client for {@code needed}, and gives {@code exchange} what it says. */
  static void ask(InputRequired needed, RequestExchange exchange) {
    JsonObject.Builder responses = JsonObject.builder();
    needed
        .requests()
        .forEach((key, wanted) -> responses.put(key, exchange.session().ask(wanted, exchange)));
    exchange.resume(responses.build(), needed.state());
  }

  static ProtocolError tooMany() {
    return ProtocolError.internal("the request asked more than " + ROUNDS_MAX + " times", null);
  }

  private static JsonArray binding(RequestExchange exchange) {
    JsonObject params = exchange.params();
    return JsonArray.of(
        Json.of(exchange.caller().orElse("")),
        Json.of(exchange.request().method()),
        params.find("name").orElse(Json.Null.VALUE),
        params.find("arguments").orElse(JsonObject.EMPTY));
  }
}
