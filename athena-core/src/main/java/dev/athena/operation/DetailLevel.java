package dev.athena.operation;

/** How much is told about an operation. */
public enum DetailLevel {
  /** Where it is found, and no more. */
  NAMES,
  /** How it is called and what it does, in a line each. */
  SUMMARY,
  /** All there is to know. */
  FULL
}
