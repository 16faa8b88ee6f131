package dev.athena.server.mcp;

import dev.athena.json.JsonObject;

/** A call of a tool; the arguments are unchecked. */
public record ToolCall(String name, JsonObject arguments) {}
