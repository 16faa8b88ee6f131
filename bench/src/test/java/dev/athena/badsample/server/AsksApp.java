package dev.athena.badsample.server;

import dev.athena.badsample.app.ThingManager;

/** An adapter that uses the program. */
public record AsksApp(ThingManager asked) {}
