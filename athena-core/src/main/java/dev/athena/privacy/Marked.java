package dev.athena.privacy;

import dev.athena.detection.Detector;
import dev.athena.detection.Finding;
import dev.athena.detection.ScanIncomplete;
import dev.athena.detection.SensitiveType;
import dev.athena.detection.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A text in which it is known where pseudonyms are to stand.
 *
 * @param parts in their order; no two overlap
 */
record Marked(String text, List<Part> parts) {
  Marked {
    parts = List.copyOf(parts);
  }

  /** Finds the places in a text; one that cannot be looked through is sensitive as a whole. */
  static Marked of(String text, Detector detector) {
    try {
      return scanned(text, detector);
    } catch (ScanIncomplete _) {
      return unscanned(text);
    }
  }

  /** Returns a text that is sensitive as a whole, because nobody knows what it holds. */
  static Marked unscanned(String text) {
    Sensitive whole = new Sensitive(SensitiveType.UNSCANNED, text);
    return new Marked(text, List.of(new Part(0, text.length(), new Part.Content.Found(whole))));
  }

  /** Returns whether it is such a text. */
  boolean isUnscanned() {
    return found().anyMatch(value -> value.type() == SensitiveType.UNSCANNED);
  }

  private static Marked scanned(String text, Detector detector) {
    List<Pseudonym.Place> known = Pseudonym.in(text);
    List<Span> spans = known.stream().map(place -> new Span(place.start(), place.end())).toList();
    List<Finding> found = detector.find(text, spans);
    if (known.isEmpty() && found.isEmpty()) {
      return new Marked(text, List.of()); // as most texts are
    }
    List<Part> parts = new ArrayList<>();
    for (Pseudonym.Place place : known) {
      if (!text.startsWith(place.pseudonym().toString(), place.start())) {
        parts.add(new Part(place.start(), place.end(), new Part.Content.Known(place.pseudonym())));
      }
    }
    for (Finding finding : found) {
      Sensitive value =
          new Sensitive(finding.type(), text.substring(finding.start(), finding.end()));
      parts.add(new Part(finding.start(), finding.end(), new Part.Content.Found(value)));
    }
    parts.sort(Comparator.comparingInt(Part::start));
    return new Marked(text, parts);
  }

  /** Returns what in it is sensitive, as often as it stands there. */
  Stream<Sensitive> found() {
    return parts.stream()
        .map(Part::content)
        .filter(Part.Content.Found.class::isInstance)
        .map(found -> ((Part.Content.Found) found).value());
  }

  /** Returns the text with the pseudonyms in their places. */
  String replaced(Map<Sensitive, Pseudonym> names) {
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    for (Part part : parts) {
      replaced.append(text, from, part.start()).append(part.pseudonym(names));
      from = part.end();
    }
    return replaced.append(text, from, text.length()).toString();
  }
}
