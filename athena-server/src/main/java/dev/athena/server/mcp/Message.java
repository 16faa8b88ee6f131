package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One JSON-RPC message from a client. */
public sealed interface Message {
  /** A message that wants an answer. */
  record Request(Json id, String method, JsonObject params) implements Message {}

  /** A message that wants none. */
  record Notification(String method, JsonObject params) implements Message {}

  /** The answer to a request of ours; {@code result} is null if the client refused. */
  record Response(Json id, @Nullable JsonObject result) implements Message {}

  /**
   * Returns the message that {@code value} is.
   *
   * @throws ProtocolError if it is none
   */
  static Message of(Json value) {
    if (value instanceof JsonArray) {
      throw ProtocolError.invalidRequest(
          "batches are not part of this revision; send one message at a time");
    }
    if (!(value instanceof JsonObject object)) {
      throw ProtocolError.invalidRequest("a message is a JSON object, not a " + value.typeName());
    }
    if (!object.text("jsonrpc").orElse("").equals("2.0")) {
      throw ProtocolError.invalidRequest("jsonrpc must be \"2.0\"");
    }
    if (object.has("method")) {
      return call(object);
    }
    if (object.has("result") || object.has("error")) {
      return new Response(
          object.find("id").orElse(Json.Null.VALUE), object.object("result").orElse(null));
    }
    throw ProtocolError.invalidRequest("a message needs a method, a result or an error");
  }

  /** Returns the id under which a refusal of {@code value} is sent; null if it has none. */
  static Json idOf(Json value) {
    if (value instanceof JsonObject object && object.find("id").isPresent()) {
      Json id = object.find("id").get();
      return isId(id) ? id : Json.Null.VALUE;
    }
    return Json.Null.VALUE;
  }

  private static Message call(JsonObject object) {
    String method =
        object
            .text("method")
            .orElseThrow(() -> ProtocolError.invalidRequest("method must be a string"));
    Json params = object.find("params").orElse(JsonObject.EMPTY);
    if (!object.has("id")) {
      return new Notification(method, params instanceof JsonObject p ? p : JsonObject.EMPTY);
    }
    Json id = object.find("id").orElse(Json.Null.VALUE);
    if (!isId(id)) {
      throw ProtocolError.invalidRequest("id must be a string or an integer");
    }
    if (!(params instanceof JsonObject named)) {
      throw ProtocolError.invalidParams("params must be an object, not a " + params.typeName());
    }
    return new Request(id, method, named);
  }

  private static boolean isId(Json id) {
    return id instanceof Json.Text
        || (id instanceof Json.Num num && num.value().stripTrailingZeros().scale() <= 0);
  }
}
