package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a request says about itself: its era, its client, and the log level it wants. */
record RequestContext(Era era, Client client, @Nullable LogLevel logLevel) {

  /**
   * Returns what {@code request} says about itself.
   *
   * @throws ProtocolError if it is modern and lacks what every modern request must carry
   */
  static RequestContext of(Message.Request request, Session session) {
    return switch (Era.of(request)) {
      case LEGACY -> new RequestContext(Era.LEGACY, session.client(), null);
      case MODERN -> modern(Meta.of(request.params()));
    };
  }

  private static RequestContext modern(JsonObject meta) {
    String version = required(meta.text(Meta.PROTOCOL_VERSION).orElse(null), Meta.PROTOCOL_VERSION);
    JsonObject capabilities =
        required(meta.object(Meta.CLIENT_CAPABILITIES).orElse(null), Meta.CLIENT_CAPABILITIES);
    if (!version.equals(Era.MODERN_VERSION)) {
      throw ProtocolError.unsupportedVersion(version);
    }
    JsonObject info = meta.object(Meta.CLIENT_INFO).orElse(JsonObject.EMPTY);
    return new RequestContext(Era.MODERN, Client.of(info, capabilities), level(meta));
  }

  private static @Nullable LogLevel level(JsonObject meta) {
    if (!meta.has(Meta.LOG_LEVEL)) {
      return null;
    }
    Json sent = meta.find(Meta.LOG_LEVEL).orElse(Json.Null.VALUE);
    String name = sent instanceof Json.Text(String text) ? text : "";
    return LogLevel.of(name)
        .orElseThrow(() -> ProtocolError.invalidParams(Meta.LOG_LEVEL + " is no log level"));
  }

  private static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw ProtocolError.invalidParams("params._meta must have " + name);
    }
    return value;
  }
}
