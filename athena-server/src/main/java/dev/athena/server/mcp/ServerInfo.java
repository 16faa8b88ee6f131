package dev.athena.server.mcp;

import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What the server calls itself, for display. */
public record ServerInfo(
    String name, String version, @Nullable String title, @Nullable String description) {

  JsonObject toJson() {
    return JsonObject.builder()
        .put("name", name)
        .putIfPresent("title", title)
        .put("version", version)
        .putIfPresent("description", description)
        .build();
  }
}
