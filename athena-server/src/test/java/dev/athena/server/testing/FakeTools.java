package dev.athena.server.testing;

import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Content;
import dev.athena.server.mcp.Exchange;
import dev.athena.server.mcp.Tool;
import dev.athena.server.mcp.ToolAnnotations;
import dev.athena.server.mcp.ToolAnswer;
import dev.athena.server.mcp.ToolCall;
import dev.athena.server.mcp.ToolResult;
import dev.athena.server.mcp.Tools;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tools that do what a test says. */
public final class FakeTools implements Tools {
  private final Map<String, Handler> handlers = new LinkedHashMap<>();

  /** What a tool does. */
  public interface Handler {
    /** Answers a call. */
    ToolAnswer call(JsonObject arguments, Exchange exchange);
  }

  /** Adds a tool. */
  public FakeTools with(String name, Handler handler) {
    handlers.put(name, handler);
    return this;
  }

  /** Returns a result of one text. */
  public static ToolAnswer text(String text) {
    return ToolResult.of(new Content.Text(text));
  }

  @Override
  public List<Tool> list(Exchange exchange) {
    return handlers.keySet().stream().map(FakeTools::tool).toList();
  }

  @Override
  public boolean knows(String name) {
    return handlers.containsKey(name);
  }

  @Override
  public ToolAnswer call(ToolCall call, Exchange exchange) {
    return Objects.requireNonNull(handlers.get(call.name())).call(call.arguments(), exchange);
  }

  private static Tool tool(String name) {
    return new Tool(
        name,
        null,
        "Does what the test says.",
        JsonObject.builder().put("type", "object").build(),
        null,
        new ToolAnnotations(true, false, true, false),
        JsonObject.EMPTY);
  }
}
