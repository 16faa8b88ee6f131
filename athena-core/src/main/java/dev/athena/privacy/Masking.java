package dev.athena.privacy;

import dev.athena.detection.Detector;
import dev.athena.detection.Finding;
import dev.athena.detection.ScanIncomplete;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Replaces what is sensitive by its type alone, for texts that nobody is to look anything up by,
 * such as lines of a log.
 */
public final class Masking implements UnaryOperator<String> {
  private static final String UNREADABLE = "(left out: it could not be looked through)";

  private final Supplier<Detector> detector;

  /** Creates what masks; the detector is asked for when it is first needed. */
  public Masking(Supplier<Detector> detector) {
    this.detector = detector;
  }

  @Override
  public String apply(String text) {
    try {
      StringBuilder masked = new StringBuilder();
      int from = 0;
      for (Finding finding : detector.get().find(text)) {
        masked.append(text, from, finding.start()).append('[').append(finding.type()).append(']');
        from = finding.end();
      }
      return masked.append(text, from, text.length()).toString();
    } catch (ScanIncomplete _) {
      return UNREADABLE;
    }
  }
}
