package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.List;

/** A prompt, filled in: what the user is to say, piece by piece. */
public record PromptResult(List<Content> messages) implements PromptAnswer {
  public PromptResult {
    messages = List.copyOf(messages);
  }

  JsonObject toJson() {
    List<Json> said = messages.stream().map(PromptResult::message).toList();
    return JsonObject.builder().put("messages", new JsonArray(said)).build();
  }

  private static Json message(Content content) {
    return JsonObject.builder().put("role", "user").put("content", content.toJson()).build();
  }
}
