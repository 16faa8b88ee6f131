/**
 * The fixture that the protocol's conformance suite wants to see, on Athena's protocol layer.
 *
 * <p>{@link dev.athena.server.conformance.ConformanceServer} starts it, over stdio or HTTP. Names
 * and answers are those that the suite asks for.
 */
@NullMarked
package dev.athena.server.conformance;

import org.jspecify.annotations.NullMarked;
