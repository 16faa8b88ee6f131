package dev.athena.server.mcp;

import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A tool as it is listed.
 *
 * <p>Schemas are JSON Schema 2020-12 and are passed on as they are. If there is an output schema,
 * every successful result must carry structured content that fits it.
 */
public record Tool(
    String name,
    @Nullable String title,
    String description,
    JsonObject inputSchema,
    @Nullable JsonObject outputSchema,
    ToolAnnotations annotations,
    JsonObject meta) {
  /** The longest name that clients take. */
  public static final int NAME_LENGTH_MAX = 128;

  public Tool {
    if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "a tool name has 1 to " + NAME_LENGTH_MAX + " characters: " + name);
    }
    if (!inputSchema.text("type").orElse("").equals("object")) {
      throw new IllegalArgumentException("the input schema of " + name + " is not an object's");
    }
  }

  JsonObject toJson() {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("name", name)
            .putIfPresent("title", title)
            .put("description", description)
            .put("inputSchema", inputSchema);
    if (outputSchema != null) {
      json.put("outputSchema", outputSchema);
    }
    json.put("annotations", annotations.toJson());
    if (!meta.members().isEmpty()) {
      json.put(Meta.KEY, meta);
    }
    return json.build();
  }
}
