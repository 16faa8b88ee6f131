/**
 * The operations as MCP has them: tools, resources and a skill.
 *
 * <p>{@link dev.athena.server.tools.MemoryServer} puts a server together. What is offered is read
 * off the registry of operations; {@link dev.athena.server.tools.ToolTable} alone says which of
 * them are listed as tools, and under what name. Every call goes through {@link
 * dev.athena.operation.Operations}, as it does by every other door.
 *
 * <p>This package may use {@code mcp}, and of the core {@code error}, {@code json}, {@code
 * principal} and {@code operation}. It does not know how messages travel.
 */
@NullMarked
package dev.athena.server.tools;

import org.jspecify.annotations.NullMarked;
