/**
 * Execution: programs that agents write, run in a sandbox under limits.
 *
 * <p>{@link dev.athena.execution.Executions} is the way in. A {@link dev.athena.execution.Program}
 * is run by a {@link dev.athena.execution.CodeRunner} under a {@link
 * dev.athena.execution.SandboxConfig}, calls operations through {@link
 * dev.athena.execution.ProgramCalls}, and ends with an {@link dev.athena.execution.Outcome}. What
 * happened is kept as an {@link dev.athena.execution.ExecutionRecord}, and told by a {@link
 * dev.athena.execution.Report}.
 *
 * <p>This package may use {@code audit}, {@code detection}, {@code error}, {@code json}, {@code
 * principal}, {@code privacy} and {@code storage}. It does not know how a sandbox is made or who
 * calls.
 */
@NullMarked
package dev.athena.execution;

import org.jspecify.annotations.NullMarked;
