package dev.athena.badsample.error;

/** A class that no rule refuses. */
public record Fine(String text) {}
