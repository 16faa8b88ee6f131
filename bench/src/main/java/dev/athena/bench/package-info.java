/**
 * Benchmarks, each with one command: {@code ./athena bench recall} and {@code ./athena bench
 * latency}.
 *
 * <p>They run the real program on a home of their own, which they make and remove. Each prints a
 * table for people or, with {@code --json}, the same figures for programs.
 */
@NullMarked
package dev.athena.bench;

import org.jspecify.annotations.NullMarked;
