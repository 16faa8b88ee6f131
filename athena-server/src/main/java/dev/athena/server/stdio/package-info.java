/**
 * The protocol over a pair of byte streams, one message a line.
 *
 * <p>{@link dev.athena.server.stdio.StdioTransport#serve} is the way in. This package may use
 * {@code server.mcp} and {@code json}; it does not know where the streams lead.
 */
@NullMarked
package dev.athena.server.stdio;

import org.jspecify.annotations.NullMarked;
