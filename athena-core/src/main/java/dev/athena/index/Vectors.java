package dev.athena.index;

import dev.athena.embedding.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of one memory.
 *
 * @param passage the vector of its own text
 * @param context the vector of its text among its neighbours, or null if it has none
 */
public record Vectors(Vector passage, @Nullable Vector context) {}
