package dev.athena.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts terms up to a number of distinct ones; later new terms are left out. */
final class TermCounter {
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private int length;

  void add(String term) {
    if (counts.size() < TextAnalysis.DISTINCT_TERMS_MAX || counts.containsKey(term)) {
      counts.merge(term, 1, Integer::sum);
      length++;
    }
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  Terms terms() {
    return new Terms(counts, length);
  }
}
