package dev.athena.server.mcp;

import dev.athena.json.JsonObject;

/** The reserved names inside {@code _meta}. */
public final class Meta {
  /** The revision that a modern request speaks. */
  public static final String PROTOCOL_VERSION = "io.modelcontextprotocol/protocolVersion";

  static final String CLIENT_INFO = "io.modelcontextprotocol/clientInfo";
  static final String CLIENT_CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
  static final String LOG_LEVEL = "io.modelcontextprotocol/logLevel";
  static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";
  static final String SUBSCRIPTION_ID = "io.modelcontextprotocol/subscriptionId";
  static final String KEY = "_meta";

  private Meta() {}

  /** Returns the metadata of {@code params}, empty if there is none. */
  public static JsonObject of(JsonObject params) {
    return params.object(KEY).orElse(JsonObject.EMPTY);
  }
}
