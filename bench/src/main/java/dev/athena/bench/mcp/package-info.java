/** A real MCP server in a process of its own, spoken to as a client does. */
@NullMarked
package dev.athena.bench.mcp;

import org.jspecify.annotations.NullMarked;
