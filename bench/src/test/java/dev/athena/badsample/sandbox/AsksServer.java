package dev.athena.badsample.sandbox;

import dev.athena.badsample.server.AsksApp;

/** One adapter that uses another. */
public record AsksServer(AsksApp asked) {}
