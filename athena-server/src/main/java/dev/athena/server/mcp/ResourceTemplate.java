package dev.athena.server.mcp;

import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A family of resources, by the pattern of their addresses (RFC 6570). */
public record ResourceTemplate(
    String uriTemplate, String name, @Nullable String description, @Nullable String mimeType) {

  JsonObject toJson() {
    return JsonObject.builder()
        .put("uriTemplate", uriTemplate)
        .put("name", name)
        .putIfPresent("description", description)
        .putIfPresent("mimeType", mimeType)
        .build();
  }
}
