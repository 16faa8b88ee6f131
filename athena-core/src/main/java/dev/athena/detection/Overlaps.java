package dev.athena.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Decides between findings that overlap: the stronger stays, and of two as strong the longer. */
final class Overlaps {
  private Overlaps() {}

  /**
   * Returns what stays, in the order of the text.
   *
   * <p>What was declared is hidden whole: where a part of it is something stronger, that takes in
   * the rest.
   */
  static List<Finding> resolved(List<WeighedFinding> found) {
    List<WeighedFinding> sorted = new ArrayList<>(found);
    sorted.sort(WeighedFinding.BEFORE);
    NavigableMap<Integer, Finding> kept = new TreeMap<>();
    for (WeighedFinding one : sorted) {
      add(kept, one);
    }
    return List.copyOf(kept.values());
  }

  private static void add(NavigableMap<Integer, Finding> kept, WeighedFinding weighed) {
    Finding finding = weighed.finding();
    List<Finding> met = met(kept, finding);
    if (met.isEmpty()) {
      kept.put(finding.start(), finding);
    } else if (weighed.strength() == WeighedFinding.Strength.DECLARED) {
      widen(kept, met, finding);
    }
  }

  /** Those kept do not overlap, so that those met are the last ones that begin before the end. */
  private static List<Finding> met(NavigableMap<Integer, Finding> kept, Finding finding) {
    List<Finding> met = new ArrayList<>();
    for (Finding earlier : kept.headMap(finding.end(), false).descendingMap().values()) {
      if (!earlier.overlaps(finding)) {
        break;
      }
      met.add(earlier);
    }
    return met;
  }

  private static void widen(
      NavigableMap<Integer, Finding> kept, List<Finding> met, Finding declared) {
    Finding first = met.getLast();
    Finding last = met.getFirst();
    Finding strongest = met.stream().min(Comparator.comparing(Finding::type)).orElse(first);
    int start = Math.min(first.start(), declared.start());
    int end = Math.max(last.end(), declared.end());
    if (met.size() == 1 && start == first.start() && end == first.end()) {
      return;
    }
    met.forEach(finding -> kept.remove(finding.start()));
    kept.put(start, new Finding(strongest.rule(), strongest.type(), start, end));
  }
}
