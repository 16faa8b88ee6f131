package dev.athena.execution;

import dev.athena.json.Doc;

/** What a check of a program noticed; it informs, and only the configuration refuses. */
public record Finding(
    FindingRule rule,
    @Doc("Counted from 1.") int line,
    @Doc("Counted from 1.") int column,
    @Doc("What was noticed.") String message,
    @Doc("What to do instead.") String hint) {}
