package dev.athena.server.mcp;

import dev.athena.error.AthenaException;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.WireError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a tool call. */
public record ToolResult(
    List<Content> content, @Nullable JsonObject structured, boolean error, JsonObject meta)
    implements ToolAnswer {
  public ToolResult {
    content = List.copyOf(content);
  }

  /** Returns a result that is both structured and, as JSON text, readable by older clients. */
  public static ToolResult structured(JsonObject value) {
    Content text = new Content.Text(JsonCodec.write(value));
    return new ToolResult(List.of(text), value, false, JsonObject.EMPTY);
  }

  /** Returns a result that is content only. */
  public static ToolResult of(Content... content) {
    return new ToolResult(List.of(content), null, false, JsonObject.EMPTY);
  }

  /**
   * Returns the result of a call that failed.
   *
   * <p>It has no structured content: a client would check that against the schema of a success.
   */
  public static ToolResult failure(AthenaException failure) {
    Content text = new Content.Text(JsonCodec.write(WireError.of(failure)));
    return new ToolResult(List.of(text), null, true, JsonObject.EMPTY);
  }

  JsonObject toJson() {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("content", new JsonArray(content.stream().map(Content::toJson).toList()));
    if (structured != null) {
      json.put("structuredContent", structured);
    }
    json.put("isError", error);
    if (!meta.members().isEmpty()) {
      json.put(Meta.KEY, meta);
    }
    return json.build();
  }
}
