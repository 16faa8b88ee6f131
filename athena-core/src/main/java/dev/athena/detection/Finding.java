package dev.athena.detection;

/**
 * A part of a text that is sensitive.
 *
 * @param rule the id of the rule that found it
 * @param start its first character
 * @param end the character after its last
 */
public record Finding(String rule, SensitiveType type, int start, int end) {
  public Finding {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a finding from " + start + " to " + end);
    }
  }

  /** Returns how many characters it has. */
  public int length() {
    return end - start;
  }

  boolean overlaps(Finding other) {
    return start < other.end && other.start < end;
  }
}
