package dev.athena.privacy;

import dev.athena.detection.SensitiveType;

/** How many there are of a type. */
public record TypeCount(SensitiveType type, long count) {}
