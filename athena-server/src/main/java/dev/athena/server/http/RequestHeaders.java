package dev.athena.server.http;

import com.sun.net.httpserver.Headers;
import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Era;
import dev.athena.server.mcp.Message;
import dev.athena.server.mcp.Meta;
import dev.athena.server.mcp.ProtocolError;
import dev.athena.server.mcp.TransportHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the headers of a request and compares them with its body. */
final class RequestHeaders implements TransportHeaders {
  private static final String VERSION = "MCP-Protocol-Version";
  private static final String ENCODED_BEGIN = "=?base64?";
  private static final String ENCODED_END = "?=";

  private final Headers headers;

  RequestHeaders(Headers headers) {
    this.headers = headers;
  }

  /** Returns a header, in plain text where it was sent encoded as the protocol has it for names. */
  @Override
  public Optional<String> find(String name) {
    return Optional.ofNullable(headers.getFirst(name)).map(RequestHeaders::decoded);
  }

  /** Returns the era of {@code request}, which its body shows, and failing that its headers. */
  Era era(Message.Request request) {
    if (Era.of(request) == Era.MODERN) {
      return Era.MODERN;
    }
    String version = headers.getFirst(VERSION);
    boolean legacy =
        version == null || Era.isLegacy(version) || request.method().equals("initialize");
    return legacy ? Era.LEGACY : Era.MODERN;
  }

  /**
   * Checks that the headers of a modern request say what its body says.
   *
   * @throws ProtocolError if they do not
   */
  void check(Message.Request request) {
    Meta.of(request.params())
        .text(Meta.PROTOCOL_VERSION)
        .ifPresent(version -> same(VERSION, headers.getFirst(VERSION), version));
    same("Mcp-Method", headers.getFirst("Mcp-Method"), request.method());
    JsonObject params = request.params();
    switch (request.method()) {
      case "tools/call", "prompts/get" -> sameName(params.text("name").orElse(null));
      case "resources/read" -> sameName(params.text("uri").orElse(null));
      default -> {}
    }
  }

  /** Returns the session this request belongs to, or null. */
  @Nullable String sessionId() {
    return headers.getFirst("Mcp-Session-Id");
  }

  /** Returns whether the client takes an answer in pieces. */
  boolean takesEvents() {
    return accepts("text/event-stream");
  }

  /** Returns whether the body is announced as JSON. */
  boolean isJson() {
    String type = headers.getFirst("Content-Type");
    return type != null
        && type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json");
  }

  private boolean accepts(String type) {
    String accept = headers.getFirst("Accept");
    if (accept == null) {
      return false;
    }
    String all = String.join(",", headers.getOrDefault("Accept", List.of()));
    return all.toLowerCase(Locale.ROOT).contains(type);
  }

  private void sameName(@Nullable String inBody) {
    if (inBody != null) {
      String sent = headers.getFirst("Mcp-Name");
      same("Mcp-Name", sent == null ? null : decoded(sent), inBody);
    }
  }

  private static void same(String name, @Nullable String sent, String inBody) {
    if (sent == null) {
      throw ProtocolError.headerMismatch("the header " + name + " is missing");
    }
    if (!sent.equals(inBody)) {
      throw ProtocolError.headerMismatch("the header " + name + " does not say what the body says");
    }
  }

  private static String decoded(String value) {
    if (!value.startsWith(ENCODED_BEGIN)
        || !value.endsWith(ENCODED_END)
        || value.length() < ENCODED_BEGIN.length() + ENCODED_END.length()) {
      return value;
    }
    String inner = value.substring(ENCODED_BEGIN.length(), value.length() - ENCODED_END.length());
    try {
      return new String(Base64.getDecoder().decode(inner), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw ProtocolError.headerMismatch("a header that begins with =?base64? is not base64");
    }
  }
}
