package dev.athena.execution;

/** A violation and the execution it happened in. */
public record StoredViolation(ExecutionId execution, Violation violation) {}
