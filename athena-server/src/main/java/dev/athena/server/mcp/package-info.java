/**
 * The Model Context Protocol, without a transport.
 *
 * <p>{@link dev.athena.server.mcp.McpServer} is the way in: it is built from what the server offers
 * ({@link dev.athena.server.mcp.Tools}, {@link dev.athena.server.mcp.Resources}, {@link
 * dev.athena.server.mcp.Skills}, {@link dev.athena.server.mcp.Prompts}). A transport opens a {@link
 * dev.athena.server.mcp.Session} for each client, reads a {@link dev.athena.server.mcp.Message},
 * and writes the {@link dev.athena.server.mcp.Answer}. Every request is judged by itself: one that
 * carries the metadata of 2026-07-28 is served statelessly, any other as 2025-11-25 and older have
 * it.
 *
 * <p>This package may use {@code error} and {@code json} of the core. It does not know how messages
 * travel, who the tools belong to, or what they do.
 */
@NullMarked
package dev.athena.server.mcp;

import org.jspecify.annotations.NullMarked;
