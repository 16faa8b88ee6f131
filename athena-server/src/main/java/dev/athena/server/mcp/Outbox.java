package dev.athena.server.mcp;

import dev.athena.json.JsonObject;

/** The way to a client for what is not an answer. Safe for use by several threads. */
public interface Outbox {
  /** Where a client cannot be reached by itself. */
  Outbox NONE = _ -> {};

  /** Sends {@code message}, or drops it if the client does not listen. */
  void send(JsonObject message);
}
