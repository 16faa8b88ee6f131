package dev.athena.execution;

/**
 * A file of what programs find in every sandbox, below {@code /athena}: the API as a folder, and
 * the modules that they import.
 *
 * @param path relative, with {@code /}
 */
public record ProgramFile(String path, String text) {}
