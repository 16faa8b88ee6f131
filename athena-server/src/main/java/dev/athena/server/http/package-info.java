/**
 * The protocol over Streamable HTTP, on the HTTP server of the JDK.
 *
 * <p>{@link dev.athena.server.http.HttpTransport#open} is the way in. Requests pass the doorman
 * (host, origin, bearer token), are read up to a limit, checked against their headers, and answered
 * as one JSON object or, once a handler has something to tell before it is done, as a stream of
 * events.
 *
 * <p>This package may use {@code server.mcp}, {@code json} and {@code error}. The launcher should
 * set {@code sun.net.httpserver.nodelay}, {@code jdk.httpserver.maxConnections} and {@code
 * sun.net.httpserver.maxReqTime}, which the JDK reads once, before this package is used.
 */
@NullMarked
package dev.athena.server.http;

import org.jspecify.annotations.NullMarked;
