package dev.athena.server.mcp;

import dev.athena.json.JsonObject;

/** Something the client is to find out: from its user, its model, or itself. */
public record InputRequest(Kind kind, JsonObject params) {
  /** Whom the client asks. */
  public enum Kind {
    /** The user, by a form. */
    ELICITATION("elicitation/create", "elicitation"),
    /** The client's model. */
    SAMPLING("sampling/createMessage", "sampling"),
    /** The client itself, for its roots. */
    ROOTS("roots/list", "roots");

    private final String method;
    private final String capability;

    Kind(String method, String capability) {
      this.method = method;
      this.capability = capability;
    }

    String method() {
      return method;
    }

    String capability() {
      return capability;
    }
  }

  /** Returns a question to the user, answered by a form that fits {@code schema}. */
  public static InputRequest elicitation(String message, JsonObject schema) {
    return new InputRequest(
        Kind.ELICITATION,
        JsonObject.builder().put("message", message).put("requestedSchema", schema).build());
  }

  JsonObject toJson() {
    return JsonObject.builder().put("method", kind.method()).put("params", params).build();
  }
}
