package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A request that the protocol itself refuses, with its JSON-RPC code. */
public final class ProtocolError extends RuntimeException {
  /** The message is not JSON. */
  public static final int PARSE_ERROR = -32700;

  /** The message is JSON and no request. */
  public static final int INVALID_REQUEST = -32600;

  /** The method is unknown. */
  public static final int METHOD_NOT_FOUND = -32601;

  /** The parameters are not those of the method. */
  public static final int INVALID_PARAMS = -32602;

  /** The server is at fault. */
  public static final int INTERNAL_ERROR = -32603;

  /** A header contradicts the body. */
  public static final int HEADER_MISMATCH = -32020;

  /** The client did not declare what the request needs. */
  public static final int MISSING_CAPABILITY = -32021;

  /** The revision is not served. */
  public static final int UNSUPPORTED_VERSION = -32022;

  private final int code;
  private final @Nullable JsonObject data;

  ProtocolError(int code, String message, @Nullable JsonObject data) {
    super(message, null, false, false);
    this.code = code;
    this.data = data;
  }

  /** Returns a refusal of what is not a request. */
  public static ProtocolError invalidRequest(String message) {
    return new ProtocolError(INVALID_REQUEST, message, null);
  }

  /** Returns a refusal of what is not JSON. */
  public static ProtocolError parseError(String message) {
    return new ProtocolError(PARSE_ERROR, message, null);
  }

  /** Returns a refusal of a header that contradicts the body. */
  public static ProtocolError headerMismatch(String message) {
    return new ProtocolError(HEADER_MISMATCH, message, null);
  }

  /** Returns a refusal of parameters. */
  public static ProtocolError invalidParams(String message) {
    return new ProtocolError(INVALID_PARAMS, message, null);
  }

  static ProtocolError invalidParams(String message, JsonObject data) {
    return new ProtocolError(INVALID_PARAMS, message, data);
  }

  static ProtocolError methodNotFound(String method) {
    return new ProtocolError(METHOD_NOT_FOUND, "there is no method " + brief(method), null);
  }

  static ProtocolError internal(String message, @Nullable JsonObject data) {
    return new ProtocolError(INTERNAL_ERROR, message, data);
  }

  static ProtocolError unsupportedVersion(String requested) {
    JsonObject data =
        JsonObject.builder()
            .put("supported", Json.ofTexts(Era.VERSIONS))
            .put("requested", requested)
            .build();
    return new ProtocolError(
        UNSUPPORTED_VERSION, "protocol version " + brief(requested) + " is not served", data);
  }

  static ProtocolError missingCapability(String capability) {
    JsonObject required = JsonObject.builder().put(capability, JsonObject.EMPTY).build();
    return new ProtocolError(
        MISSING_CAPABILITY,
        "the request needs the client capability " + capability,
        JsonObject.builder().put("requiredCapabilities", required).build());
  }

  /** Returns the JSON-RPC code. */
  public int code() {
    return code;
  }

  /** Returns the error response to the request {@code id}, which is null where it is unknown. */
  public JsonObject toResponse(Json id) {
    String message = getMessage();
    JsonObject.Builder error =
        JsonObject.builder().put("code", code).put("message", message == null ? "" : message);
    if (data != null) {
      error.put("data", data);
    }
    return JsonObject.builder()
        .put("jsonrpc", "2.0")
        .put("id", id)
        .put("error", error.build())
        .build();
  }

  /** Returns {@code sent} cut to what fits into a message. */
  static String brief(String sent) {
    String shown = sent.length() <= BRIEF_LENGTH_MAX ? sent : sent.substring(0, BRIEF_LENGTH_MAX);
    return "'" + shown + "'";
  }

  /** The most characters of a client's own text that are sent back inside a message. */
  static final int BRIEF_LENGTH_MAX = 200;
}
