package dev.athena.detection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
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

  /** Returns what all rules find in {@code text}; findings may overlap. */
  List<Finding> find(String text) {
    List<Finding> found = new ArrayList<>();
    Set<Rule> anywhere = new LinkedHashSet<>();
    Map<String, Tries> tries = new HashMap<>();
    for (PayloadEmit<List<Rule>> hit : keywords.parseText(lowerCase(text))) {
      for (Rule rule : hit.getPayload()) {
        if (rule.beginsWithKeyword()) {
          tries.computeIfAbsent(rule.id(), id -> new Tries(rule, text)).at(hit.getStart(), found);
        } else {
          anywhere.add(rule);
        }
      }
    }
    anywhere.forEach(rule -> found.addAll(rule.find(text)));
    return found;
  }

  /** Returns the text in lower case, each character where it was. */
  private static String lowerCase(String text) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      characters[i] = Character.toLowerCase(characters[i]);
    }
    return new String(characters);
  }
}
