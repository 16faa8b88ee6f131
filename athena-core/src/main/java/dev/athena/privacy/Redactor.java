package dev.athena.privacy;

import dev.athena.detection.Detector;
import dev.athena.detection.Finding;
import dev.athena.detection.SensitiveType;
import dev.athena.json.Json;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces what is sensitive by pseudonyms, for one tenant. What has a pseudonym already, and what
 * looks sensitive only because of one, stays as it is: to redact twice is to redact once.
 */
final class Redactor {
  private final Detector detector;
  private final Pseudonymizer pseudonyms;
  private final String tenant;

  Redactor(Detector detector, Pseudonymizer pseudonyms, String tenant) {
    this.detector = detector;
    this.pseudonyms = pseudonyms;
    this.tenant = tenant;
  }

  /** Returns {@code text} without what is sensitive. */
  Redacted<String> text(String text, Use use) {
    Marked marked = mark(text);
    if (marked.findings().isEmpty()) {
      return new Redacted<>(text, Map.of());
    }
    Map<Sensitive, Pseudonym> names = names(List.of(marked), use);
    return new Redacted<>(replaced(marked, names), counts(List.of(marked)));
  }

  /** Returns {@code tree} without what is sensitive, in its values and in the names of members. */
  Redacted<Json> json(Json tree, Use use) {
    JsonTexts texts = JsonTexts.mark(tree, this::mark);
    if (texts.marked().isEmpty()) {
      return new Redacted<>(tree, Map.of());
    }
    Map<Sensitive, Pseudonym> names = names(texts.marked(), use);
    return new Redacted<>(
        texts.replaced(marked -> replaced(marked, names)), counts(texts.marked()));
  }

  private Marked mark(String text) {
    return new Marked(text, detector.find(text));
  }

  private Map<Sensitive, Pseudonym> names(List<Marked> texts, Use use) {
    Set<Sensitive> values = new LinkedHashSet<>();
    texts.forEach(
        marked -> marked.findings().forEach(finding -> values.add(marked.sensitive(finding))));
    return use == Use.ASKED ? pseudonyms.name(tenant, values) : pseudonyms.keep(tenant, values);
  }

  private static String replaced(Marked marked, Map<Sensitive, Pseudonym> names) {
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    for (Finding finding : marked.findings()) {
      replaced.append(marked.text(), from, finding.start());
      replaced.append(names.get(marked.sensitive(finding)));
      from = finding.end();
    }
    return replaced.append(marked.text(), from, marked.text().length()).toString();
  }

  private static Map<SensitiveType, Integer> counts(List<Marked> texts) {
    Map<SensitiveType, Integer> counts = new EnumMap<>(SensitiveType.class);
    texts.forEach(marked ->
        marked.findings().forEach(finding -> counts.merge(finding.type(), 1, Integer::sum)));
    return counts;
  }
}
