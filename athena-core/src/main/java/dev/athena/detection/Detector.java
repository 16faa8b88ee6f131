package dev.athena.detection;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what is sensitive in a text. Immutable, and safe for use by many threads. */
public final class Detector {
  /** Stands in the place of what is known already; no text has it. */
  private static final char BLOT = '\uffff';

  private final DetectorOptions options;
  private final ContextWords words;
  private final List<Recognizer> recognizers;
  private final Allowed allowed;

  private Detector(DetectorOptions options, ContextWords words, List<Recognizer> recognizers) {
    this.options = options;
    this.words = words;
    this.recognizers = List.copyOf(recognizers);
    this.allowed = new Allowed(options);
  }

  /** Returns a detector with the rules that come with Athena. */
  public static Detector standard() {
    return of(DetectorOptions.standard());
  }

  /** Returns a detector that looks for what {@code options} say. */
  public static Detector of(DetectorOptions options) {
    List<NationalId> ids =
        NationalIds.all().stream()
            .filter(id ->
                id.country().equals(NationalIds.ANYWHERE)
                    || options.countries().contains(id.country()))
            .toList();
    return new Detector(
        options,
        ContextWords.standard(),
        List.of(
            new CredentialRecognizer(new RuleSet(RuleFile.all())),
            new EmailRecognizer(),
            new NetworkRecognizer(),
            new CardRecognizer(),
            new IbanRecognizer(),
            new CryptoRecognizer(),
            new NationalIdRecognizer(ids),
            new PhoneRecognizer(options.regions())));
  }

  /** Returns the same detector with other names, which it has at once. */
  public Detector with(KnownNames names) {
    return new Detector(options.withNames(names), words, recognizers);
  }

  /** Returns the same detector with another budget. */
  public Detector within(ScanBudget budget) {
    return new Detector(options.within(budget), words, recognizers);
  }

  /** Returns the same detector with other patterns, which it has at once. */
  public Detector with(List<CustomPattern> patterns) {
    return new Detector(options.withPatterns(patterns), words, recognizers);
  }

  /** Returns how the spellings of what this finds are made one. */
  public CanonicalForm canonicalForm() {
    return new CanonicalForm(options.regions().getFirst());
  }

  /**
   * Returns the sensitive parts of {@code text} in their order; no two overlap.
   *
   * @throws ScanIncomplete if the text is too long, or the time is up: then all of it is to be
   *     treated as sensitive
   */
  public List<Finding> find(String text) {
    return find(text, List.of());
  }

  /**
   * Returns the sensitive parts of {@code text} besides {@code known}, such as the pseudonyms in
   * it: nothing in one of them or across its edge is found.
   *
   * @throws ScanIncomplete if the text is too long, or the time is up: then all of it is to be
   *     treated as sensitive
   */
  public List<Finding> find(String text, List<Span> known) {
    ScanBudget.Running budget = options.budget().begin(text.length());
    Scan scan = new Scan(blotted(text, known), budget, words);
    for (Recognizer recognizer : recognizers) {
      scan.checkTime();
      recognizer.find(scan);
    }
    scan.checkTime();
    options.names().find(scan);
    for (CustomPattern pattern : options.patterns()) {
      scan.checkTime();
      pattern.find(scan);
    }
    for (EntityRecognizer recognizer : options.recognizers()) {
      scan.checkTime();
      ask(recognizer, scan);
    }
    scan.checkTime();
    if (scan.found().isEmpty()) {
      return List.of();
    }
    return Overlaps.resolved(scan.found().stream().filter(one -> isWanted(scan, one)).toList());
  }

  private static String blotted(String text, List<Span> known) {
    if (known.isEmpty()) {
      return text;
    }
    StringBuilder blotted = new StringBuilder(text);
    for (Span span : known) {
      for (int i = span.start(); i < span.end(); i++) {
        blotted.setCharAt(i, BLOT);
      }
    }
    return blotted.toString();
  }

  private static void ask(EntityRecognizer recognizer, Scan scan) {
    try {
      for (Finding finding : recognizer.find(scan.text())) {
        if (finding.end() > scan.text().length()) {
          throw new IllegalStateException("a finding that ends after the text");
        }
        scan.add(finding.rule(), finding.type(), finding.start(), finding.end());
      }
    } catch (RuntimeException e) {
      throw ScanIncomplete.failed(e);
    }
  }

  private boolean isWanted(Scan scan, WeighedFinding weighed) {
    Finding finding = weighed.finding();
    if (!options.types().contains(finding.type())) {
      return false;
    }
    String value = scan.text().substring(finding.start(), finding.end());
    return value.indexOf(BLOT) < 0 && !allowed.has(finding.type(), value);
  }

  /** The values that are not sensitive here, in the canonical form of each type. */
  private static final class Allowed {
    private final Map<SensitiveType, Set<String>> values = new EnumMap<>(SensitiveType.class);
    private final CanonicalForm form;
    private final boolean empty;

    Allowed(DetectorOptions options) {
      this.form = new CanonicalForm(options.regions().getFirst());
      this.empty = options.allowed().isEmpty();
      for (SensitiveType type : SensitiveType.values()) {
        Set<String> forms = new HashSet<>();
        options.allowed().forEach(value -> forms.add(form.of(type, value)));
        values.put(type, forms);
      }
    }

    boolean has(SensitiveType type, String value) {
      return !empty && values.getOrDefault(type, Set.of()).contains(form.of(type, value));
    }
  }
}
