package dev.athena.principal;

import java.util.Locale;

/** A right that a caller can hold. */
public enum Grant {
  /** May find and read memories. */
  READ,
  /** May add memories and change them. */
  WRITE,
  /** May remove memories for good. */
  FORGET,
  /** May run code. */
  EXECUTE,
  /** May reach the hosts that code may reach. */
  FETCH,
  /** May ask for what stands behind pseudonyms, of which each use needs a permission besides. */
  REVEAL,
  /** May change what counts as private, and read the audit. */
  GOVERN;

  /** Returns whether a program can hold it: none runs others, or deals with what is private. */
  public boolean isForPrograms() {
    return switch (this) {
      case READ, WRITE, FORGET, FETCH -> true;
      case EXECUTE, REVEAL, GOVERN -> false;
    };
  }

  /** Returns the name used on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
