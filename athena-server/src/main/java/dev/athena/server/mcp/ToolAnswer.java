package dev.athena.server.mcp;

/** What a tool call comes to. */
public sealed interface ToolAnswer permits ToolResult, InputRequired {}
