package dev.athena.execution;

import dev.athena.json.Doc;

/** How often a program called one operation. */
public record CalledOperation(
    String operation,
    int calls,
    @Doc("How many of them failed.") int failures,
    @Doc("How long they took together, in milliseconds.") double tookMs) {}
