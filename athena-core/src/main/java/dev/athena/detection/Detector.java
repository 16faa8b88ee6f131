package dev.athena.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what is sensitive in a text. Safe for use by many threads. */
public final class Detector {
  /** Of two findings that overlap the longer stays, and of two as long the one that comes first. */
  private static final Comparator<Finding> BEFORE =
      Comparator.comparingInt(Finding::length)
          .reversed()
          .thenComparingInt(Finding::start)
          .thenComparing(Finding::rule);

  private final RuleSet rules;

  private Detector(RuleSet rules) {
    this.rules = rules;
  }

  /** Returns a detector with the rules that come with Athena. */
  public static Detector standard() {
    return new Detector(new RuleSet(RuleFile.all()));
  }

  /** Returns the sensitive parts of {@code text} in their order; no two overlap. */
  public List<Finding> find(String text) {
    List<Finding> found = rules.find(text);
    found.sort(BEFORE);
    List<Finding> kept = new ArrayList<>();
    for (Finding finding : found) {
      if (kept.stream().noneMatch(finding::overlaps)) {
        kept.add(finding);
      }
    }
    kept.sort(Comparator.comparingInt(Finding::start));
    return kept;
  }
}
