package dev.athena.server.mcp;

import dev.athena.json.JsonObject;

/**
 * The other side, as it describes itself.
 *
 * <p>Name and version are claims: fit for a log, never for a decision.
 */
public record Client(String name, String version, JsonObject capabilities) {
  static final Client UNKNOWN = new Client("", "", JsonObject.EMPTY);

  static Client of(JsonObject info, JsonObject capabilities) {
    return new Client(info.text("name").orElse(""), info.text("version").orElse(""), capabilities);
  }

  /** Returns whether the client said it can do {@code capability}. */
  public boolean can(String capability) {
    return capabilities.object(capability).isPresent();
  }
}
