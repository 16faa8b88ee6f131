/**
 * The commands that serve agents: one over standard input and output, many over HTTP.
 *
 * <p>{@link dev.athena.app.server.McpCommand} and {@link dev.athena.app.server.ServeCommand} are
 * the commands; both serve what {@link dev.athena.app.server.Serving} puts together.
 */
@NullMarked
package dev.athena.app.server;

import org.jspecify.annotations.NullMarked;
