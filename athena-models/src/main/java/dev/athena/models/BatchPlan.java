package dev.athena.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which texts are run through the model together.
 *
 * <p>All rows of a batch are as long as its longest, so texts of like length go together, and a
 * batch ends before filling up its short rows costs more than running it saves.
 */
final class BatchPlan {
  /** More rows than this no longer make a row cheaper. */
  static final int ROWS_MAX = 16;

  /** Bounds the memory of a run, and how long a question waits behind it. */
  static final int TOKENS_MAX = 512;

  /** A batch's longest row is at most this many tokens longer than its shortest. */
  static final int PADDING_MAX = 4;

  private BatchPlan() {}

  /** Returns batches of positions in {@code lengths}: each position once, short rows first. */
  static List<List<Integer>> of(int[] lengths) {
    List<Integer> byLength =
        IntStream.range(0, lengths.length)
            .boxed()
            .sorted(Comparator.comparingInt(row -> lengths[row]))
            .toList();
    List<List<Integer>> batches = new ArrayList<>();
    List<Integer> batch = new ArrayList<>();
    for (int row : byLength) {
      if (!batch.isEmpty() && !fits(batch.size(), lengths[batch.getFirst()], lengths[row])) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
      batch.add(row);
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private static boolean fits(int rows, int shortest, int length) {
    return rows < ROWS_MAX && (rows + 1) * length <= TOKENS_MAX && length - shortest <= PADDING_MAX;
  }
}
