package dev.athena.badsample.attic;

/** A class in a package that the table does not know. */
public final class Stray {}
