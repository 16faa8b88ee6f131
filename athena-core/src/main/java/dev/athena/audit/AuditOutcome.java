package dev.athena.audit;

/** How it ended. */
public enum AuditOutcome {
  /** It was done. */
  DONE,
  /** Whoever asked has no right to it. */
  REFUSED,
  /** It was allowed, and went wrong. */
  FAILED
}
