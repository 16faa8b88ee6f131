package dev.athena.store.sqlite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The few best of many rows; of equals, the newer. */
final class Top {
  private record Scored(int row, double score) {}

  private static final Comparator<Scored> WORST_FIRST =
      Comparator.comparingDouble(Scored::score).thenComparingInt(Scored::row);

  private final int limit;

  Top(int limit) {
    this.limit = limit;
  }

  /** Returns those of {@code rows}, which ascend, with the highest scores, the best first. */
  List<Integer> of(IntStream rows, IntToDoubleFunction score) {
    PriorityQueue<Scored> best = new PriorityQueue<>(limit + 1, WORST_FIRST);
    double worst = Double.NEGATIVE_INFINITY;
    for (PrimitiveIterator.OfInt each = rows.iterator(); each.hasNext(); ) {
      int row = each.nextInt();
      double here = score.applyAsDouble(row);
      if (here < worst) {
        continue;
      }
      best.add(new Scored(row, here));
      if (best.size() > limit) {
        best.remove();
        worst = best.element().score();
      }
    }
    List<Integer> order = new ArrayList<>(best.size());
    while (!best.isEmpty()) {
      order.add(best.remove().row());
    }
    return order.reversed();
  }
}
