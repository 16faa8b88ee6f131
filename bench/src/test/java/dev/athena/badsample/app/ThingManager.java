package dev.athena.badsample.app;

/** A name that says nothing. */
public record ThingManager(String thing) {}
