package dev.athena.operation;

/** What an operation does to what is stored. */
public enum Effect {
  /** It only reads. */
  READS,
  /** It adds; the same call again changes nothing more. */
  ADDS,
  /** It changes what is there. */
  CHANGES,
  /** It removes for good. */
  REMOVES,
  /** It runs code, which does whatever its caller may. */
  RUNS
}
