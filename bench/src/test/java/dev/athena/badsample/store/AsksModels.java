package dev.athena.badsample.store;

import dev.athena.badsample.models.AsksSandbox;

/** One adapter that uses another. */
public record AsksModels(AsksSandbox asked) {}
