package dev.athena.detection;

/**
 * A part of a text.
 *
 * @param start its first character
 * @param end the character after its last
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("a span from " + start + " to " + end);
    }
  }
}
