package dev.athena.detection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules that are looked up by the keywords a text has, of which most texts have few or none. */
final class RuleSet {
  private static final int ASCII = 0x80;

  private final Map<String, List<Rule>> byKeyword = new HashMap<>();
  private final WordAutomaton keywords;

  RuleSet(Collection<Rule> rules) {
    for (Rule rule : rules) {
      for (String keyword : rule.keywords()) {
        byKeyword.merge(keyword, List.of(rule), RuleSet::both);
      }
    }
    this.keywords = new WordAutomaton(byKeyword.keySet());
  }

  private static List<Rule> both(List<Rule> some, List<Rule> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /** Returns what all rules find in {@code text}; findings may overlap. */
  List<Finding> find(String text) {
    List<Finding> found = new ArrayList<>();
    Set<Rule> anywhere = new LinkedHashSet<>();
    Map<String, Tries> tries = new HashMap<>();
    char[] lowerCase = lowerCase(text);
    keywords.find(
        lowerCase,
        (end, length) -> {
          int start = end - length;
          String keyword = new String(lowerCase, start, length);
          for (Rule rule : byKeyword.getOrDefault(keyword, List.of())) {
            if (rule.beginsWithKeyword()) {
              tries
                  .computeIfAbsent(rule.id(), _ -> new Tries(rule, text))
                  .at(new Span(start, end), found);
            } else {
              anywhere.add(rule);
            }
          }
        });
    anywhere.forEach(rule -> found.addAll(rule.find(text)));
    return found;
  }

  /** Returns the text in lower case, each character where it was. */
  private static char[] lowerCase(String text) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      char one = characters[i];
      if (one >= ASCII) {
        characters[i] = Character.toLowerCase(one);
      } else if (one >= 'A' && one <= 'Z') {
        characters[i] = (char) (one + ('a' - 'A'));
      }
    }
    return characters;
  }
}
