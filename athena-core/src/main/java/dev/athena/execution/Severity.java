package dev.athena.execution;

/** How bad a violation is. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
