/**
 * The sandbox: programs in processes of their own, behind walls that the operating system keeps.
 *
 * <p>This module alone starts processes. It may use the core's {@code error}, {@code json}, {@code
 * principal}, {@code storage}, {@code crypto} and {@code execution}; what it and a running program
 * say to each other is in {@code docs/sandbox-protocol.md}.
 */
@NullMarked
package dev.athena.sandbox;

import org.jspecify.annotations.NullMarked;
