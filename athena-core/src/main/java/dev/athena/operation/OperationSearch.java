package dev.athena.operation;

import dev.athena.text.TextAnalysis;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds operations by what a caller wants to do, in the caller's own words.
 *
 * <p>A word counts the more, the fewer operations have it, and twice if it is of their name or
 * their keywords. Safe for use by many threads.
 */
final class OperationSearch {
  private final Map<String, Words> known = new ConcurrentHashMap<>();

  /** The terms of an operation: those that name it, and all. */
  private record Words(Set<String> naming, Set<String> all) {
    static Words of(OperationSpec spec) {
      String naming = spec.name() + "\n" + spec.keywords();
      String parameters =
          spec.parameters().stream().map(ParameterSpec::name).collect(Collectors.joining("\n"));
      String all =
          String.join("\n", naming, spec.category(), spec.summary(), spec.details(), parameters);
      return new Words(terms(naming), terms(all));
    }

    private static Set<String> terms(String text) {
      return TextAnalysis.ofText(text).counts().keySet();
    }

    int weight(String word) {
      return naming.contains(word) ? 2 : all.contains(word) ? 1 : 0;
    }
  }

  private record Found(OperationSpec spec, double score) {}

  /** Returns those of {@code operations} that share words with {@code query}, best first. */
  List<OperationSpec> find(List<OperationSpec> operations, String query) {
    Map<String, Double> wanted = new HashMap<>();
    for (String word : TextAnalysis.ofQuestion(query).counts().keySet()) {
      wanted.put(word, rarity(word, operations));
    }
    return operations.stream()
        .map(spec -> new Found(spec, score(spec, wanted)))
        .filter(found -> found.score() > 0)
        .sorted(
            Comparator.comparingDouble(Found::score)
                .reversed()
                .thenComparing(found -> found.spec().name()))
        .map(Found::spec)
        .toList();
  }

  private double rarity(String word, List<OperationSpec> operations) {
    long having = operations.stream().filter(spec -> words(spec).weight(word) > 0).count();
    return Math.log1p((double) operations.size() / Math.max(1, having));
  }

  private double score(OperationSpec spec, Map<String, Double> wanted) {
    double score = 0;
    for (Map.Entry<String, Double> word : wanted.entrySet()) {
      score += words(spec).weight(word.getKey()) * word.getValue();
    }
    return score;
  }

  private Words words(OperationSpec spec) {
    return known.computeIfAbsent(spec.name(), _ -> Words.of(spec));
  }
}
