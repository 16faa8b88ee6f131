package dev.athena.execution;

import dev.athena.principal.Caller;

/**
 * A program to be run now.
 *
 * @param gate what the program has to pass before its first line runs
 */
public record RunRequest(
    ExecutionId id,
    Caller caller,
    Program program,
    SandboxConfig config,
    ProgramCalls calls,
    Gate gate) {}
