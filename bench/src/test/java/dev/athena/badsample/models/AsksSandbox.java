package dev.athena.badsample.models;

import dev.athena.badsample.sandbox.AsksServer;

/** One adapter that uses another. */
public record AsksSandbox(AsksServer asked) {}
