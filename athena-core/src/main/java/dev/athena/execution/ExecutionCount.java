package dev.athena.execution;

import org.jspecify.annotations.Nullable;

/**
 * How many executions are alike.
 *
 * @param status null for those that have not ended
 * @param violations how many violations they had together
 */
public record ExecutionCount(
    String principal,
    String preset,
    Language language,
    @Nullable Status status,
    int executions,
    int violations) {}
