package dev.athena.detection;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ahocorasick.trie.PayloadEmit;
import org.ahocorasick.trie.PayloadTrie;

/** Rules that are looked up by the keywords a text has, of which most texts have few or none. */
final class RuleSet {
  private final PayloadTrie<List<Rule>> keywords;

  RuleSet(Collection<Rule> rules) {
    Map<String, List<Rule>> byKeyword = new HashMap<>();
    for (Rule rule : rules) {
      for (String keyword : rule.keywords()) {
        byKeyword.merge(keyword, List.of(rule), RuleSet::both);
      }
    }
    PayloadTrie.PayloadTrieBuilder<List<Rule>> builder = PayloadTrie.builder();
    byKeyword.forEach(builder::addKeyword);
    this.keywords = builder.build();
  }

  private static List<Rule> both(List<Rule> some, List<Rule> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** Returns the rules that may find something in {@code text}. */
  Set<Rule> candidates(String text) {
    Set<Rule> candidates = new LinkedHashSet<>();
    for (PayloadEmit<List<Rule>> hit : keywords.parseText(text.toLowerCase(Locale.ROOT))) {
      candidates.addAll(hit.getPayload());
    }
    return candidates;
  }
}
