package dev.athena.index;

/**
 * How far the index is.
 *
 * @param entries memories in it
 * @param pending memories whose vectors are still to be computed
 * @param contextPending memories that have their own vector and wait for the one in context
 */
public record IndexStatus(long entries, long pending, long contextPending) {}
