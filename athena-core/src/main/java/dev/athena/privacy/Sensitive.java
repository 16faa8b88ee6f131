package dev.athena.privacy;

import dev.athena.detection.SensitiveType;

/**
 * Something that must not be stored, embedded or logged as it is, on its way into the vault or out
 * of it. It prints as its type, and only this package can read it.
 */
final class Sensitive {
  private final SensitiveType type;
  private final String value;

  Sensitive(SensitiveType type, String value) {
    this.type = type;
    this.value = value;
  }

  SensitiveType type() {
    return type;
  }

  /** Returns it as it was written. */
  String value() {
    return value;
  }

  /** Returns a part of it. */
  Sensitive cut(int from, int to) {
    return new Sensitive(type, value.substring(from, to));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sensitive same && type == same.type && value.equals(same.value);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + value.hashCode();
  }

  @Override
  public String toString() {
    return "[" + type + "]";
  }
}
