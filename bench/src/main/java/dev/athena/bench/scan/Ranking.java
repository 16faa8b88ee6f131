package dev.athena.bench.scan;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Orders of rows, and what they have in common. */
final class Ranking {
  private Ranking() {}

  /** Returns the {@code limit} rows below {@code rows} with the highest scores. */
  static List<Integer> top(int rows, int limit, IntToDoubleFunction score) {
    double[] scores = IntStream.range(0, rows).mapToDouble(score).toArray();
    return IntStream.range(0, rows)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer row) -> scores[row]).reversed())
        .limit(limit)
        .toList();
  }

  /** Returns the rows whose distance is no larger than that of the {@code wanted}-th nearest. */
  static BitSet within(int[] distances, int wanted) {
    int reach =
        IntStream.of(distances)
            .sorted()
            .skip(Math.min(wanted, distances.length) - 1L)
            .findFirst()
            .orElse(0);
    BitSet near = new BitSet(distances.length);
    IntStream.range(0, distances.length).filter(row -> distances[row] <= reach).forEach(near::set);
    return near;
  }

  /** Returns the share of {@code wanted} that is in {@code found}. */
  static double overlap(List<Integer> wanted, BitSet found) {
    return wanted.stream().filter(found::get).count() / (double) wanted.size();
  }
}
