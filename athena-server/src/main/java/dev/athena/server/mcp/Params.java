package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;

/** Reads the parameters that methods share. */
final class Params {
  private Params() {}

  /**
   * Returns the string {@code name}.
   *
   * @throws ProtocolError if there is none
   */
  static String text(JsonObject params, String name) {
    return params
        .text(name)
        .orElseThrow(() -> ProtocolError.invalidParams("params." + name + " must be a string"));
  }

  /**
   * Returns the object {@code name}, empty if it was not sent.
   *
   * @throws ProtocolError if it is something else
   */
  static JsonObject object(JsonObject params, String name) {
    Json sent = params.find(name).orElse(JsonObject.EMPTY);
    if (sent instanceof JsonObject object) {
      return object;
    }
    throw ProtocolError.invalidParams(
        "params." + name + " must be an object, not a " + sent.typeName());
  }
}
