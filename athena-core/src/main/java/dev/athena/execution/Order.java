package dev.athena.execution;

/**
 * A program somebody wants to have run, and how.
 *
 * @param preset the name of what {@code config} was made from
 */
public record Order(Program program, String preset, SandboxConfig config, CallsFor calls) {}
