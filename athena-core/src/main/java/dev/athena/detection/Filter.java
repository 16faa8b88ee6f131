package dev.athena.detection;

/** Tells of what looks like a credential whether it is one. */
@FunctionalInterface
interface Filter {
  boolean passes(Candidate candidate);

  /** Returns a filter that passes what both pass. */
  default Filter and(Filter other) {
    return candidate -> passes(candidate) && other.passes(candidate);
  }
}
