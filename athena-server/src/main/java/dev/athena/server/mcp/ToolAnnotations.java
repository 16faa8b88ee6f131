package dev.athena.server.mcp;

import dev.athena.json.JsonObject;

/** What a tool may do, told to clients that ask before they let it run. */
public record ToolAnnotations(
    boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {

  JsonObject toJson() {
    return JsonObject.builder()
        .put("readOnlyHint", readOnly)
        .put("destructiveHint", destructive)
        .put("idempotentHint", idempotent)
        .put("openWorldHint", openWorld)
        .build();
  }
}
