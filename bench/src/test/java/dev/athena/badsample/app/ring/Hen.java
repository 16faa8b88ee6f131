package dev.athena.badsample.app.ring;

import dev.athena.badsample.app.ring.egg.Egg;

/** Knows the egg that knows it. */
public record Hen(Egg egg) {}
