package dev.athena.server.mcp;

import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Something that can be read, as it is listed. */
public record Resource(
    String uri,
    String name,
    @Nullable String title,
    @Nullable String description,
    @Nullable String mimeType) {
  /** The type of a resource that is a folder. */
  public static final String DIRECTORY = "inode/directory";

  /** Returns a folder. */
  public static Resource directory(String uri, String name) {
    return new Resource(uri, name, null, null, DIRECTORY);
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .put("uri", uri)
        .put("name", name)
        .putIfPresent("title", title)
        .putIfPresent("description", description)
        .putIfPresent("mimeType", mimeType)
        .build();
  }
}
