package dev.athena.server.mcp;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a server needs of its surroundings.
 *
 * @param random the source of keys and session ids; a {@link java.security.SecureRandom} wherever
 *     clients are real
 * @param cache how long clients may keep what they listed or read
 */
public record Environment(
    InstantSource clock, RandomGenerator random, FailureListener failures, CacheHint cache) {}
