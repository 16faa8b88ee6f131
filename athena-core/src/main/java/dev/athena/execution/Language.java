package dev.athena.execution;

import java.util.Locale;

/** A language that programs can be written in. */
public enum Language {
  PYTHON,
  JAVASCRIPT;

  /** Returns the name used on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
