package dev.athena.audit;

/** What sort of thing was done. */
public enum AuditAction {
  /** Memories were read. */
  ACCESS,
  /** Code was run. */
  EXECUTION,
  /** What stands behind pseudonyms was shown, or taken somewhere. */
  REVEAL,
  /** A right to see what stands behind pseudonyms was given or taken away. */
  PERMISSION,
  /** What counts as sensitive was changed. */
  POLICY,
  /** Keys were made, changed or destroyed. */
  KEY,
  /** What is known of somebody was taken out or removed. */
  SUBJECT,
  /** The log itself: signed, or its oldest part removed. */
  LOG
}
