package dev.athena.server.mcp;

/** What asking for a prompt comes to. */
public sealed interface PromptAnswer permits PromptResult, InputRequired {}
