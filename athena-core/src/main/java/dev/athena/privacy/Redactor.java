package dev.athena.privacy;

import dev.athena.detection.Detector;
import dev.athena.detection.SensitiveType;
import dev.athena.json.Json;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Replaces what is sensitive by pseudonyms, for one tenant. What has a pseudonym already, and what
 * looks sensitive only because of one, stays as it is: to redact twice is to redact once.
 */
final class Redactor {
  private final Function<String, Marked> marking;
  private final Pseudonymizer pseudonyms;
  private final String tenant;
  private final CleanTexts clean = new CleanTexts();

  Redactor(Detector detector, Pseudonymizer pseudonyms, String tenant) {
    this(text -> Marked.of(text, detector), pseudonyms, tenant);
  }

  /** Creates a redactor that finds places in its own way. */
  Redactor(Function<String, Marked> marking, Pseudonymizer pseudonyms, String tenant) {
    this.marking = marking;
    this.pseudonyms = pseudonyms;
    this.tenant = tenant;
  }

  /** Returns {@code text} without what is sensitive. */
  Redacted<String> text(String text, Use use) {
    Marked marked = marked(text);
    if (marked.parts().isEmpty()) {
      return new Redacted<>(text, Map.of());
    }
    return new Redacted<>(marked.replaced(names(List.of(marked), use)), counts(List.of(marked)));
  }

  /** Returns {@code tree} without what is sensitive, in its values and in the names of members. */
  Redacted<Json> json(Json tree, Use use) {
    JsonTexts texts = JsonTexts.mark(tree, this::marked);
    if (texts.marked().isEmpty()) {
      return new Redacted<>(tree, Map.of());
    }
    Map<Sensitive, Pseudonym> names = names(texts.marked(), use);
    return new Redacted<>(texts.replaced(marked -> marked.replaced(names)), counts(texts.marked()));
  }

  private Marked marked(String text) {
    if (clean.has(text)) {
      return new Marked(text, List.of());
    }
    Marked marked = marking.apply(text);
    if (marked.parts().isEmpty()) {
      clean.add(text);
    }
    return marked;
  }

  private Map<Sensitive, Pseudonym> names(List<Marked> texts, Use use) {
    Set<Sensitive> values =
        texts.stream().flatMap(Marked::found).collect(Collectors.toCollection(LinkedHashSet::new));
    if (values.isEmpty()) {
      return Map.of();
    }
    return use == Use.ASKED ? pseudonyms.name(tenant, values) : pseudonyms.keep(tenant, values);
  }

  private static Map<SensitiveType, Integer> counts(List<Marked> texts) {
    Map<SensitiveType, Integer> counts = new EnumMap<>(SensitiveType.class);
    texts.stream()
        .flatMap(Marked::found)
        .forEach(value -> counts.merge(value.type(), 1, Integer::sum));
    return counts;
  }
}
