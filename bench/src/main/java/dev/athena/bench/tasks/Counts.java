package dev.athena.bench.tasks;

import dev.athena.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How often things occur, in the order of their names. */
record Counts(TreeMap<String, Integer> byName) {
  static <T> Counts of(Collection<T> things, Function<T, String> name) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    things.forEach(thing -> counts.merge(name.apply(thing), 1, Integer::sum));
    return new Counts(counts);
  }

  /** Returns the names, the most frequent first; of equals, the first by name. */
  List<String> ranked() {
    return byName.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  int count(String name) {
    return byName.getOrDefault(name, 0);
  }

  JsonObject json() {
    JsonObject.Builder json = JsonObject.builder();
    byName.forEach(json::put);
    return json.build();
  }
}
