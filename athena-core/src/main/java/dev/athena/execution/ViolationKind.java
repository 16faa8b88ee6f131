package dev.athena.execution;

/** What a violation was about. */
public enum ViolationKind {
  FILESYSTEM,
  NETWORK,
  PROCESS,
  RESOURCE,
  /** Several of these together look like data being carried out. */
  EXFILTRATION
}
