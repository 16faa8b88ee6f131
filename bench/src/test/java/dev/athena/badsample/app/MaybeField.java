package dev.athena.badsample.app;

import java.util.Optional;

/** Keeps an Optional. */
record MaybeField(Optional<String> maybe) {}
