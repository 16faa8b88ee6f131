package dev.athena.privacy;

import dev.athena.detection.Finding;
import java.util.List;

/** A text in which it is known what is sensitive. */
record Marked(String text, List<Finding> findings) {
  Marked {
    findings = List.copyOf(findings);
  }

  /** Returns what one finding found. */
  Sensitive sensitive(Finding finding) {
    return new Sensitive(finding.type(), text.substring(finding.start(), finding.end()));
  }
}
