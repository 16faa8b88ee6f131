/**
 * Benchmarks, each with one command: {@code ./athena bench recall}, {@code latency}, {@code
 * sandbox}, {@code tokens} and others.
 *
 * <p>They run the real program on a home of their own, which they make and remove. Each prints a
 * table for people or, with {@code --json}, the same figures for programs.
 */
@NullMarked
package dev.athena.bench;

import org.jspecify.annotations.NullMarked;
