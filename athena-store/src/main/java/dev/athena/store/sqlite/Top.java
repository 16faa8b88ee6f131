package dev.athena.store.sqlite;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;

/** The few best of many rows; of equals, the newer. */
final class Top {
  private record Scored(int row, double score) {}

  private static final Comparator<Scored> WORST_FIRST =
      Comparator.comparingDouble(Scored::score).thenComparingInt(Scored::row);

  private final int limit;

  Top(int limit) {
    this.limit = limit;
  }

  /** Returns the rows with the highest scores, the best first. */
  List<Integer> of(BitSet rows, IntToDoubleFunction score) {
    PriorityQueue<Scored> best = new PriorityQueue<>(limit + 1, WORST_FIRST);
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      double here = score.applyAsDouble(row);
      Scored worst = best.peek();
      if (worst == null || best.size() < limit || here >= worst.score()) {
        best.add(new Scored(row, here));
        if (best.size() > limit) {
          best.remove();
        }
      }
    }
    List<Integer> order = new ArrayList<>(best.size());
    while (!best.isEmpty()) {
      order.add(best.remove().row());
    }
    return order.reversed();
  }
}
