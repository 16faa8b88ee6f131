package dev.athena.badsample.storage;

/** Something to depend on. */
public record Cellar(String label) {}
