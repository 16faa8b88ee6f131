package dev.athena.bench.scan;

import dev.athena.embedding.Vector;
import dev.athena.store.sqlite.SignBits;
import dev.athena.store.sqlite.SignedQuestion;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Vectors with their sign bits, as the store keeps them. */
final class Scan {
  private static final int DEPTH = 10;

  private final List<Vector> vectors;
  private final SignBits signs;
  private final long[] bits;
  private final int words;

  Scan(List<Vector> vectors) {
    this.vectors = List.copyOf(vectors);
    this.signs = new SignBits(vectors.getFirst().dimensions());
    this.words = signs.of(vectors.getFirst()).length;
    this.bits = new long[vectors.size() * words];
    for (int row = 0; row < vectors.size(); row++) {
      System.arraycopy(signs.of(vectors.get(row)), 0, bits, row * words, words);
    }
  }

  int size() {
    return vectors.size();
  }

  /** Returns the mean share of the exact top 10 that is left when so many rows are rescored. */
  double found(List<Vector> questions, int compared, int rescored) {
    return questions.stream()
        .mapToDouble(question -> {
          List<Integer> exact =
              Ranking.top(size(), DEPTH, row -> question.cosine(vectors.get(row)));
          SignedQuestion signed = new SignedQuestion(question);
          BitSet near = Ranking.within(distances(signed, size()), compared);
          return Ranking.overlap(exact, closest(signed, near, rescored));
        })
        .average()
        .orElse(0);
  }

  /** Returns the median time to scan so many rows, in milliseconds. */
  double millis(List<Vector> questions, int rows) {
    long[] nanos = new long[questions.size()];
    for (int i = 0; i < nanos.length; i++) {
      SignedQuestion question = new SignedQuestion(questions.get(i));
      long start = System.nanoTime();
      int[] distances = distances(question, rows);
      nanos[i] = System.nanoTime() - start + (distances[0] < 0 ? 1 : 0);
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e6;
  }

  private BitSet closest(SignedQuestion question, BitSet near, int wanted) {
    int[] rows = near.stream().toArray();
    BitSet closest = new BitSet(size());
    Ranking.top(rows.length, wanted, i -> question.closeness(bits, rows[i] * words))
        .forEach(i -> closest.set(rows[i]));
    return closest;
  }

  /** Looks at so many rows; when there are fewer, at the first ones again. */
  private int[] distances(SignedQuestion question, int rows) {
    int[] distances = new int[rows];
    for (int row = 0, at = 0; row < rows; row++, at += words) {
      if (at == bits.length) {
        at = 0;
      }
      distances[row] = question.distance(bits, at);
    }
    return distances;
  }
}
