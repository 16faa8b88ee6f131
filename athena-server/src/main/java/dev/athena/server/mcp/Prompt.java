package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.List;

/** A prompt as it is listed. */
public record Prompt(String name, String description, List<Argument> arguments) {
  public Prompt {
    arguments = List.copyOf(arguments);
  }

  /** A value that the prompt is filled with. */
  public record Argument(String name, String description, boolean required) {
    Json toJson() {
      return JsonObject.builder()
          .put("name", name)
          .put("description", description)
          .put("required", required)
          .build();
    }
  }

  JsonObject toJson() {
    List<Json> listed = arguments.stream().map(Argument::toJson).toList();
    return JsonObject.builder()
        .put("name", name)
        .put("description", description)
        .put("arguments", new JsonArray(listed))
        .build();
  }
}
