package dev.athena.badsample.server;

import dev.athena.badsample.store.AsksModels;

/** One adapter that uses another. */
record AsksStore(AsksModels asked) {}
