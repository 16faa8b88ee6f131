package dev.athena.execution;

import dev.athena.principal.Caller;
import java.util.function.Consumer;

/**
 * A program to be run now.
 *
 * @param gate is shown what the check of the program found before its first line runs, and throws a
 *     {@link CodeRejected} if it must not
 */
public record RunRequest(
    ExecutionId id,
    Caller caller,
    Program program,
    SandboxConfig config,
    ProgramCalls calls,
    Consumer<CodeReport> gate) {}
