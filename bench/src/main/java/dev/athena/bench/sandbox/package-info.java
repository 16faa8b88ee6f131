/**
 * How fast programs run in sandboxes, and what a sandbox costs.
 *
 * <p>{@link dev.athena.bench.sandbox.SandboxCommand} is the way in. Each {@link
 * dev.athena.bench.sandbox.Step} measures one thing on a home of its own and gives rows of the
 * table; to measure something else, add a step and name it in the command.
 */
@NullMarked
package dev.athena.bench.sandbox;

import org.jspecify.annotations.NullMarked;
