package dev.athena.bench.recall;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * How good rankings are: the mean over questions.
 *
 * @param recall1 the share of the relevant memories among the first
 * @param recall5 the same among the first five
 * @param recall10 the same among the first ten
 * @param hit10 the share of questions with any relevant memory among the first ten
 * @param mrr the mean of one over the rank of the first relevant memory, 0 if it is not in the list
 * @param ndcg10 normalised discounted cumulative gain of the first ten, binary judgements
 */
record Metrics(
    int questions,
    double recall1,
    double recall5,
    double recall10,
    double hit10,
    double mrr,
    double ndcg10) {

  /** The ranking of one question beside what is relevant. */
  record Ranked(List<String> keys, Set<String> relevant) {
    double recall(int depth) {
      return (double) hits(depth) / relevant.size();
    }

    long hits(int depth) {
      return keys.stream().limit(depth).filter(relevant::contains).count();
    }

    double reciprocalRank() {
      for (int i = 0; i < keys.size(); i++) {
        if (relevant.contains(keys.get(i))) {
          return 1.0 / (i + 1);
        }
      }
      return 0;
    }

    double ndcg(int depth) {
      double gain = 0;
      for (int i = 0; i < Math.min(depth, keys.size()); i++) {
        gain += relevant.contains(keys.get(i)) ? discount(i) : 0;
      }
      double best = 0;
      for (int i = 0; i < Math.min(depth, relevant.size()); i++) {
        best += discount(i);
      }
      return gain / best;
    }

    private static double discount(int place) {
      return Math.log(2) / Math.log(place + 2);
    }
  }

  static Metrics of(List<Ranked> rankings) {
    return new Metrics(
        rankings.size(),
        mean(rankings, ranking -> ranking.recall(1)),
        mean(rankings, ranking -> ranking.recall(5)),
        mean(rankings, ranking -> ranking.recall(10)),
        mean(rankings, ranking -> ranking.hits(10) > 0 ? 1 : 0),
        mean(rankings, Ranked::reciprocalRank),
        mean(rankings, ranking -> ranking.ndcg(10)));
  }

  private static double mean(List<Ranked> rankings, ToDoubleFunction<Ranked> metric) {
    return rankings.stream().mapToDouble(metric).average().orElse(0);
  }
}
