package dev.athena.badsample.app.ring.egg;

import dev.athena.badsample.app.ring.Hen;

/** Knows the hen that knows it. */
public record Egg(Hen hen) {}
