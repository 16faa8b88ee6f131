package dev.athena.operation;

import dev.athena.execution.ExecutionId;
import dev.athena.execution.SandboxNetwork;
import dev.athena.execution.Violation;
import java.util.function.Consumer;

/**
 * What holds for the calls of one program.
 *
 * @param network what it may reach
 * @param refused is told of what it may not
 */
public record ProgramScope(
    ExecutionId execution, SandboxNetwork network, Consumer<Violation> refused) {}
