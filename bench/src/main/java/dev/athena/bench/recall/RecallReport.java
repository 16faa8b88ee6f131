package dev.athena.bench.recall;

import dev.athena.bench.recall.Metrics.Ranked;
import dev.athena.bench.recall.RecallRun.Asked;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The figures of a run over one data set, by category and by collection. */
final class RecallReport {
  private static final String ALL = "all answerable";

  private final String name;
  private final List<Asked> asked;

  RecallReport(String name, List<Asked> asked) {
    this.name = name;
    this.asked = asked;
  }

  /** Returns the figures as a table. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%n%-12s %-28s %5s %6s %6s %6s %6s %6s %8s%n",
            name,
            "questions",
            "n",
            "R@1",
            "R@5",
            "R@10",
            "hit@10",
            "MRR",
            "nDCG@10"));
    rows().forEach((row, metrics) -> table.append(line(row, metrics)));
    double separation = separation();
    if (separation >= 0) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-12s top score of answerable above unanswerable questions: AUC %.3f%n",
              "",
              separation));
    }
    table.append(
        String.format(
            Locale.ROOT, "%-12s answerable questions that got nothing: %d%n", "", unanswered()));
    return table.toString();
  }

  /** Returns the figures as JSON. */
  JsonObject json() {
    JsonObject.Builder rows = JsonObject.builder();
    rows().forEach((row, metrics) -> rows.put(row, json(metrics)));
    JsonObject.Builder report =
        JsonObject.builder()
            .put("dataset", name)
            .put("rows", rows.build())
            .put("unanswered", unanswered());
    double separation = separation();
    if (separation >= 0) {
      report.put("separation_auc", separation);
    }
    return report.build();
  }

  private Map<String, Metrics> rows() {
    Map<String, Metrics> rows = new TreeMap<>();
    rows.put(ALL, metrics(one -> one.question().answerable()));
    addRows(rows, "", one -> one.question().category(), _ -> true);
    addRows(rows, "of ", one -> one.dataset().collection(), one -> one.question().answerable());
    return rows;
  }

  private void addRows(
      Map<String, Metrics> rows,
      String prefix,
      Function<Asked, String> group,
      Predicate<Asked> counted) {
    asked.stream()
        .map(group)
        .distinct()
        .forEach(key ->
            rows.put(
                prefix + key, metrics(one -> group.apply(one).equals(key) && counted.test(one))));
  }

  private Metrics metrics(Predicate<Asked> counted) {
    return Metrics.of(
        asked.stream()
            .filter(counted)
            .filter(one -> !one.question().relevant().isEmpty())
            .map(one -> new Ranked(one.keys(), one.question().relevant()))
            .toList());
  }

  private long unanswered() {
    return asked.stream()
        .filter(one -> one.question().answerable() && one.keys().isEmpty())
        .count();
  }

  /**
   * Returns how often an answerable question has a higher top score than an unanswerable one, ties
   * counted half: the area under the ROC curve. Negative if either sort is missing.
   */
  private double separation() {
    List<Double> answerable = new ArrayList<>();
    List<Double> unanswerable = new ArrayList<>();
    for (Asked one : asked) {
      (one.question().answerable() ? answerable : unanswerable).add(one.topScore());
    }
    if (answerable.isEmpty() || unanswerable.isEmpty()) {
      return -1;
    }
    double above = 0;
    for (double yes : answerable) {
      for (double no : unanswerable) {
        above += yes > no ? 1 : yes == no ? 0.5 : 0;
      }
    }
    return above / answerable.size() / unanswerable.size();
  }

  private static String line(String row, Metrics metrics) {
    return String.format(
        Locale.ROOT,
        "%-12s %-28s %5d %6.3f %6.3f %6.3f %6.3f %6.3f %8.3f%n",
        "",
        row,
        metrics.questions(),
        metrics.recall1(),
        metrics.recall5(),
        metrics.recall10(),
        metrics.hit10(),
        metrics.mrr(),
        metrics.ndcg10());
  }

  private static JsonObject json(Metrics metrics) {
    return JsonObject.builder()
        .put("questions", metrics.questions())
        .put("recall_at_1", metrics.recall1())
        .put("recall_at_5", metrics.recall5())
        .put("recall_at_10", metrics.recall10())
        .put("hit_at_10", metrics.hit10())
        .put("mrr", metrics.mrr())
        .put("ndcg_at_10", metrics.ndcg10())
        .build();
  }
}
