package dev.athena.memory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of memory. */
public enum MemoryKind {
  /** What happened. */
  EPISODIC("evt"),
  /** What is true. */
  SEMANTIC("mem"),
  /** How something is done. */
  PROCEDURAL("prc");

  private final String idPrefix;

  MemoryKind(String idPrefix) {
    this.idPrefix = idPrefix;
  }

  /** Returns the first part of the ids of this kind. */
  public String idPrefix() {
    return idPrefix;
  }

  /** Returns the name used on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the kind whose wire name is {@code name}. */
  public static Optional<MemoryKind> ofWireName(String name) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(name)).findFirst();
  }
}
