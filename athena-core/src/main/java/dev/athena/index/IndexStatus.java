package dev.athena.index;

/**
 * How far the index is.
 *
 * @param entries memories in it
 * @param pending memories whose vectors are still to be computed
 */
public record IndexStatus(long entries, long pending) {}
