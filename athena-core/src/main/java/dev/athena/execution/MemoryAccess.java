package dev.athena.execution;

/** What a program may do with the memory; never more than its caller may. */
public enum MemoryAccess {
  /** It calls nothing. */
  NONE,
  /** It reads. */
  READ,
  /** It does whatever its caller may do, but for running more code. */
  FULL
}
