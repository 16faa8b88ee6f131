package dev.athena.store.sqlite;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the rows whose vectors are nearest to a question, by looking at the signs of all of them
 * and at all planes of the nearest.
 *
 * <p>A scan needs nothing built, sees every row at once, and takes any filter; it costs about ten
 * billionths of a second a row.
 */
final class VectorScan {
  /** How many rows that differ in the fewest signs are compared by all their planes. */
  static final int COMPARED_MAX = 1_500;

  private final Mirror mirror;
  private final Admitted admitted;
  private final int mark;

  VectorScan(Mirror mirror, Admitted admitted, String model) {
    this.mirror = mirror;
    this.admitted = admitted;
    this.mark = mirror.markOf(model);
  }

  /** Returns the rows of {@code column} that are nearest, {@code wanted} of them at the most. */
  List<Integer> nearest(CodedQuestion question, CodeColumn column, int wanted) {
    if (mark == 0) {
      return List.of();
    }
    Nearest near = leastDiffering(question, column.signs());
    return new Top(wanted)
        .of(near.rows(), row -> question.closeness(column.signs(), column.finer(), row));
  }

  private Nearest leastDiffering(CodedQuestion question, long[] signs) {
    Nearest near = new Nearest(mirror.words() * Long.SIZE);
    long[] blocks = admitted.blocks();
    for (int block = 0; block < blocks.length; block++) {
      for (long rest = blocks[block]; rest != 0; rest &= rest - 1) {
        int row = block * Long.SIZE + Long.numberOfTrailingZeros(rest);
        if (mirror.modelMark(row) == mark) {
          near.offer(row, question.distance(signs, row * mirror.words()));
        }
      }
    }
    return near;
  }

  /** The rows within the distance in which {@link #COMPARED_MAX} of all that were offered lie. */
  private static final class Nearest {
    private final int[] countAt;
    private int reach;
    private int within;
    private int size;
    private int[] rows = new int[2 * COMPARED_MAX];
    private short[] distances = new short[2 * COMPARED_MAX];

    Nearest(int distanceMax) {
      this.countAt = new int[distanceMax + 1];
      this.reach = distanceMax;
    }

    void offer(int row, int distance) {
      if (distance > reach) {
        return;
      }
      if (size == rows.length) {
        makeRoom();
      }
      rows[size] = row;
      distances[size++] = (short) distance;
      countAt[distance]++;
      within++;
      while (within - countAt[reach] >= COMPARED_MAX) {
        within -= countAt[reach--];
      }
    }

    /** Returns about {@link #COMPARED_MAX} rows; more when several differ in as many signs. */
    IntStream rows() {
      dropFar();
      return Arrays.stream(rows, 0, size);
    }

    private void makeRoom() {
      dropFar();
      if (size > rows.length / 2) {
        rows = Arrays.copyOf(rows, 2 * rows.length);
        distances = Arrays.copyOf(distances, rows.length);
      }
    }

    private void dropFar() {
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (distances[i] <= reach) {
          rows[kept] = rows[i];
          distances[kept++] = distances[i];
        }
      }
      size = kept;
    }
  }
}
