package dev.athena.server.testing;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;

/** Messages as clients write them. */
public final class Messages {
  private static final String MODERN_META =
      "{'io.modelcontextprotocol/protocolVersion': '2026-07-28',"
          + " 'io.modelcontextprotocol/clientInfo': {'name': 'test', 'version': '1'},"
          + " 'io.modelcontextprotocol/clientCapabilities': {'elicitation': {}}}";

  private Messages() {}

  /** Reads an object in which single quotes stand for double ones. */
  public static JsonObject json(String text) {
    return JsonCodec.readObject(text.replace('\'', '"'));
  }

  /** Returns a request of the older kind. */
  public static JsonObject legacy(long id, String method, String params) {
    return JsonObject.builder()
        .put("jsonrpc", "2.0")
        .put("id", id)
        .put("method", method)
        .put("params", json(params))
        .build();
  }

  /** Returns a request of the modern kind. */
  public static JsonObject modern(long id, String method, String params) {
    JsonObject withMeta = json(params).with("_meta", json(MODERN_META));
    return legacy(id, method, "{}").with("params", withMeta);
  }

  /** Returns the request that begins the older protocol. */
  public static JsonObject initialize(long id, String version) {
    return legacy(
        id,
        "initialize",
        "{'protocolVersion': '"
            + version
            + "', 'capabilities': {'elicitation': {}}, 'clientInfo': {'name': 'test', 'version':"
            + " '1'}}");
  }

  /** Returns a call of a tool, of the older kind. */
  public static JsonObject call(long id, String tool) {
    return legacy(id, "tools/call", "{'name': '" + tool + "'}");
  }

  /** Returns the code of an error response, 0 if it is none. */
  public static long errorCode(Json response) {
    return response instanceof JsonObject object
        ? object.object("error").flatMap(error -> error.whole("code")).orElse(0L)
        : 0;
  }

  /** Returns the result of a response, empty if it has none. */
  public static JsonObject result(Json response) {
    return response instanceof JsonObject object
        ? object.object("result").orElse(JsonObject.EMPTY)
        : JsonObject.EMPTY;
  }

  /** Returns the text of a tool's result. */
  public static String text(Json response) {
    return result(response)
        .array("content")
        .filter(content -> content.size() > 0)
        .map(content -> content.values().getFirst())
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .flatMap(content -> content.text("text"))
        .orElse("");
  }
}
