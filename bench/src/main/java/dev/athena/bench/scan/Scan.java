package dev.athena.bench.scan;

import dev.athena.embedding.Centre;
import dev.athena.embedding.Vector;
import dev.athena.store.sqlite.BitPlanes;
import dev.athena.store.sqlite.CodedQuestion;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Vectors with their bit planes, as the store keeps them. */
final class Scan {
  private static final int DEPTH = 10;

  private final List<Vector> vectors;
  private final BitPlanes planes;
  private final long[] signs;
  private final long[] finer;

  Scan(List<Vector> vectors, Centre centre) {
    this.vectors = List.copyOf(vectors);
    this.planes = new BitPlanes(centre);
    int words = planes.words();
    int wide = planes.of(vectors.getFirst()).length - words;
    this.signs = new long[vectors.size() * words];
    this.finer = new long[vectors.size() * wide];
    for (int row = 0; row < vectors.size(); row++) {
      long[] all = planes.of(vectors.get(row));
      System.arraycopy(all, 0, signs, row * words, words);
      System.arraycopy(all, words, finer, row * wide, wide);
    }
  }

  int size() {
    return vectors.size();
  }

  /** A question with its exact top 10. */
  record Asked(CodedQuestion coded, List<Integer> exact) {}

  /** Looks at all rows in full. */
  List<Asked> ask(List<Vector> questions) {
    return questions.stream()
        .map(question -> {
          CodedQuestion coded = new CodedQuestion(planes, question);
          List<Integer> exact =
              Ranking.top(size(), DEPTH, row -> question.cosine(vectors.get(row)));
          return new Asked(coded, exact);
        })
        .toList();
  }

  /**
   * Returns the mean share of the exact top 10 that is left.
   *
   * @param compared how many rows that differ in the fewest signs are compared by all planes
   * @param kept how many of those are kept
   */
  double found(List<Asked> questions, int compared, int kept) {
    return questions.stream()
        .mapToDouble(asked -> {
          BitSet near = Ranking.within(distances(asked.coded(), size()), compared);
          return Ranking.overlap(asked.exact(), closest(asked.coded(), near, kept));
        })
        .average()
        .orElse(0);
  }

  /** Returns the median time to look at the signs of so many rows, in milliseconds. */
  double millis(List<Vector> questions, int rows) {
    long[] nanos = new long[questions.size()];
    for (int i = 0; i < nanos.length; i++) {
      CodedQuestion question = new CodedQuestion(planes, questions.get(i));
      long start = System.nanoTime();
      int[] distances = distances(question, rows);
      nanos[i] = System.nanoTime() - start + (distances[0] < 0 ? 1 : 0);
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e6;
  }

  private BitSet closest(CodedQuestion question, BitSet near, int wanted) {
    int[] rows = near.stream().toArray();
    BitSet closest = new BitSet(size());
    Ranking.top(rows.length, wanted, i -> question.closeness(signs, finer, rows[i]))
        .forEach(i -> closest.set(rows[i]));
    return closest;
  }

  /** Looks at so many rows; when there are fewer, at the first ones again. */
  private int[] distances(CodedQuestion question, int rows) {
    int[] distances = new int[rows];
    for (int row = 0, at = 0; row < rows; row++, at += planes.words()) {
      if (at == signs.length) {
        at = 0;
      }
      distances[row] = question.distance(signs, at);
    }
    return distances;
  }
}
