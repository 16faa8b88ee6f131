package dev.athena.privacy;

import dev.athena.detection.Detector;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the places in long texts piece by piece, which each have the whole of a detector's budget.
 *
 * <p>Pieces end where a line does, if there is one. What begins in one piece may reach into the
 * next by {@value #OVERLAP} characters.
 */
final class Pieces {
  /** How long a piece is, in characters. */
  static final int LENGTH = 200_000;

  /** How far what begins in a piece may reach beyond it. */
  static final int OVERLAP = 10_000;

  private final Detector detector;

  Pieces(Detector detector) {
    this.detector = detector;
  }

  /** Returns the places in a text; one of which a piece cannot be read is sensitive as a whole. */
  Marked mark(String text) {
    if (text.length() <= LENGTH) {
      return Marked.of(text, detector);
    }
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = end(text, from);
      int start = from;
      String seen = text.substring(from, Math.min(text.length(), end + OVERLAP));
      Marked piece = Marked.of(seen, detector);
      if (piece.isUnscanned()) {
        return Marked.unscanned(text);
      }
      int next = end;
      for (Part part : piece.parts()) {
        if (start + part.start() < end) {
          parts.add(part.moved(start));
          next = Math.max(next, start + part.end());
        }
      }
      from = next;
    }
    return new Marked(text, parts);
  }

  private static int end(String text, int from) {
    int end = Math.min(text.length(), from + LENGTH);
    int line = end < text.length() ? text.lastIndexOf('\n', end) : -1;
    return line > from ? line : end;
  }
}
