package dev.athena.store.sqlite;

import dev.athena.memory.MemoryKind;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of {@code search_row} of one namespace, held in main memory in the order of {@code
 * seq}.
 *
 * <p>A row has a number, its position here. Rows that are gone keep theirs and are marked as dead.
 * Not safe for use by several threads; {@link Mirrors} sees to that.
 */
final class Mirror {
  /** The columns that {@link #put} reads, in its order. */
  static final String COLUMNS =
      "kind, starts_at, ends_at, confidence, length, model, bits, context_bits";

  private static final byte DEAD = -1;
  private static final int GROWTH_MIN = 64;

  private final List<String> models = new ArrayList<>();
  private int words;
  private int size;
  private int dead;
  private long totalLength;
  private long earliestEnd = Long.MAX_VALUE;
  private long[] seqs = {};
  private byte[] kinds = {};
  private long[] starts = {};
  private long[] ends = {};
  private float[] confidences = {};
  private int[] lengths = {};
  private byte[] modelOf = {};
  private long[] bits = {};
  private long[] contextBits = {};

  /** Returns the number of rows, dead ones included. */
  int size() {
    return size;
  }

  /** Returns the number of memories. */
  int live() {
    return size - dead;
  }

  /** Returns the mean number of terms in a text. */
  double averageLength() {
    return live() == 0 ? 0 : (double) totalLength / live();
  }

  long seq(int row) {
    return seqs[row];
  }

  int length(int row) {
    return lengths[row];
  }

  long start(int row) {
    return starts[row];
  }

  /** Returns the end of the lifetime; the largest number while it is open. */
  long end(int row) {
    return ends[row];
  }

  /** Returns a time before which no row ends. */
  long earliestEnd() {
    return earliestEnd;
  }

  float confidence(int row) {
    return confidences[row];
  }

  /** Returns the number of the row's kind, or a negative number if the row is dead. */
  int kind(int row) {
    return kinds[row];
  }

  /** Returns how many longs the bits of one vector take. */
  int words() {
    return words;
  }

  long[] bits() {
    return bits;
  }

  long[] contextBits() {
    return contextBits;
  }

  /**
   * Returns the mark by which rows with vectors of {@code model} are known; 0 if there are none.
   */
  int markOf(String model) {
    return models.indexOf(model) + 1;
  }

  /** Returns the mark of the model whose vectors a row has; 0 if it has none. */
  int modelMark(int row) {
    return modelOf[row];
  }

  /** Returns the number of the row with {@code seq}, or a negative number. */
  int find(long seq) {
    return Arrays.binarySearch(seqs, 0, size, seq);
  }

  /** Returns what {@link #find} does, sooner when {@code seq} comes after that of a row near it. */
  int findAfter(int row, long seq) {
    if (row < 0 || seqs[row] >= seq) {
      return find(seq);
    }
    int last = (int) Math.min(size - 1L, row + (seq - seqs[row]));
    return seqs[last] == seq ? last : Arrays.binarySearch(seqs, row + 1, last, seq);
  }

  /** Adds the row with {@code seq}, or puts its present state in place of the old. */
  void put(long seq, ResultSet row, int firstColumn) throws SQLException {
    int at = find(seq);
    if (at < 0) {
      at = insert(seq, -at - 1);
    } else {
      forget(at);
    }
    int column = firstColumn;
    kinds[at] = row.getByte(column++);
    starts[at] = row.getLong(column++);
    ends[at] = row.getLong(column++);
    if (row.wasNull()) {
      ends[at] = Long.MAX_VALUE;
    }
    earliestEnd = Math.min(earliestEnd, ends[at]);
    confidences[at] = row.getFloat(column++);
    lengths[at] = row.getInt(column++);
    totalLength += lengths[at];
    String model = row.getString(column++);
    modelOf[at] = 0;
    if (model != null) {
      putBits(at, model, row.getBytes(column), row.getBytes(column + 1));
    }
  }

  /** Marks the row with {@code seq} as dead, if it is here. */
  void remove(long seq) {
    int at = find(seq);
    if (at >= 0 && kinds[at] != DEAD) {
      forget(at);
      kinds[at] = DEAD;
      modelOf[at] = 0;
      dead++;
    }
  }

  /** Returns whether so many rows are dead that loading anew is the better way. */
  boolean isMostlyDead() {
    return dead > GROWTH_MIN && dead > size / 2;
  }

  /** Returns the number that stands for a kind in the file; it must never change. */
  static byte kindCode(MemoryKind kind) {
    return switch (kind) {
      case EPISODIC -> 0;
      case SEMANTIC -> 1;
      case PROCEDURAL -> 2;
    };
  }

  private void putBits(int at, String model, byte[] own, byte @Nullable [] context) {
    if (!models.contains(model)) {
      models.add(model);
    }
    if (own.length != words * Long.BYTES) {
      resize(own.length / Long.BYTES);
    }
    modelOf[at] = (byte) markOf(model);
    ByteBuffer.wrap(own).asLongBuffer().get(bits, at * words, words);
    byte[] beside = context == null ? own : context;
    ByteBuffer.wrap(beside).asLongBuffer().get(contextBits, at * words, words);
  }

  /** The newest vectors count: those of another length are of a model that was given up. */
  private void resize(int wanted) {
    words = wanted;
    bits = new long[seqs.length * words];
    contextBits = new long[seqs.length * words];
    Arrays.fill(modelOf, 0, size, (byte) 0);
  }

  /** Takes what the row added to the sums out of them. */
  private void forget(int at) {
    if (kinds[at] == DEAD) {
      dead--;
    } else {
      totalLength -= lengths[at];
    }
  }

  /** Makes room at a position; new rows come last, so nothing is moved but in rare cases. */
  private int insert(long seq, int at) {
    if (size == seqs.length) {
      grow();
    }
    if (at < size) {
      shift(at);
    }
    seqs[at] = seq;
    size++;
    return at;
  }

  private void shift(int at) {
    int rest = size - at;
    System.arraycopy(seqs, at, seqs, at + 1, rest);
    System.arraycopy(kinds, at, kinds, at + 1, rest);
    System.arraycopy(starts, at, starts, at + 1, rest);
    System.arraycopy(ends, at, ends, at + 1, rest);
    System.arraycopy(confidences, at, confidences, at + 1, rest);
    System.arraycopy(lengths, at, lengths, at + 1, rest);
    System.arraycopy(modelOf, at, modelOf, at + 1, rest);
    System.arraycopy(bits, at * words, bits, (at + 1) * words, rest * words);
    System.arraycopy(contextBits, at * words, contextBits, (at + 1) * words, rest * words);
  }

  private void grow() {
    int capacity = Math.max(GROWTH_MIN, size + size / 2);
    seqs = Arrays.copyOf(seqs, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    confidences = Arrays.copyOf(confidences, capacity);
    lengths = Arrays.copyOf(lengths, capacity);
    modelOf = Arrays.copyOf(modelOf, capacity);
    bits = Arrays.copyOf(bits, capacity * words);
    contextBits = Arrays.copyOf(contextBits, capacity * words);
  }
}
