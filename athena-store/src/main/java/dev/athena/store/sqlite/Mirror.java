package dev.athena.store.sqlite;

import dev.athena.memory.MemoryKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
  private static final byte DEAD = -1;
  private static final byte FACT = kindCode(MemoryKind.SEMANTIC);
  private static final int GROWTH_MIN = 64;

  private final List<String> models = new ArrayList<>();
  private int words;
  private int size;
  private int dead;
  private long totalLength;
  private long earliestEnd = Long.MAX_VALUE;
  private long latestBeginning = Long.MIN_VALUE;
  private long[] seqs = {};
  private byte[] kinds = {};
  private long[] starts = {};
  private long[] ends = {};
  private float[] confidences = {};
  private int[] lengths = {};
  private byte[] modelOf = {};
  private final BitSet[] ofKind = new BitSet[MemoryKind.values().length];
  private final CodeColumn own = new CodeColumn();
  private final CodeColumn context = new CodeColumn();

  Mirror() {
    Arrays.setAll(ofKind, _ -> new BitSet());
  }

  /** Makes room for so many rows at once. */
  void reserve(int rows) {
    if (rows > seqs.length) {
      growTo(rows);
    }
  }

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

  /** Returns whether a row holds at a time, which only facts can fail to. */
  boolean holdsAt(int row, long time) {
    return kinds[row] != FACT || (starts[row] <= time && ends[row] > time);
  }

  /** Returns whether it is known at once that every row holds at a time. */
  boolean allHoldAt(long time) {
    return latestBeginning <= time && earliestEnd > time;
  }

  float confidence(int row) {
    return confidences[row];
  }

  /** Returns the rows of a kind, dead ones left out; not to be changed. */
  BitSet ofKind(MemoryKind kind) {
    return ofKind[kindCode(kind)];
  }

  /** Returns how many longs one plane of one vector takes. */
  int words() {
    return words;
  }

  /** Returns the codes of the memories' own vectors. */
  CodeColumn own() {
    return own;
  }

  /** Returns the codes of the vectors in context, or of the own where there is none. */
  CodeColumn context() {
    return context;
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

  /**
   * Returns the number of the row with {@code seq}; if it is not here, a negative number that says
   * where it would be, as {@link Arrays#binarySearch(long[], long)} does.
   *
   * <p>Between any two rows lie at least as many seqs as rows, which leaves few to look at.
   */
  int find(long seq) {
    if (size == 0 || seq < seqs[0]) {
      return -1;
    }
    if (seq > seqs[size - 1]) {
      return -size - 1;
    }
    int low = (int) Math.max(0, size - 1 - (seqs[size - 1] - seq));
    int high = (int) Math.min(size - 1L, seq - seqs[0]);
    return seqs[low] == seq ? low : Arrays.binarySearch(seqs, low, high + 1, seq);
  }

  /** Adds a row, or puts its present state in place of the old. */
  void put(SearchRow row) {
    int at = find(row.seq());
    if (at < 0) {
      at = insert(row.seq(), -at - 1);
    } else {
      forget(at);
    }
    kinds[at] = row.kind();
    ofKind[kinds[at]].set(at);
    starts[at] = row.start();
    Long end = row.end();
    ends[at] = end == null ? Long.MAX_VALUE : end;
    if (kinds[at] == FACT) {
      latestBeginning = Math.max(latestBeginning, starts[at]);
      earliestEnd = Math.min(earliestEnd, ends[at]);
    }
    confidences[at] = (float) row.confidence();
    lengths[at] = row.length();
    totalLength += lengths[at];
    modelOf[at] = 0;
    SearchRow.Planes planes = row.planes();
    if (planes != null) {
      putCodes(at, planes.model(), planes.own(), planes.context());
    }
  }

  /** Marks the row with {@code seq} as dead, if it is here. */
  void remove(long seq) {
    int at = find(seq);
    if (at >= 0 && kinds[at] != DEAD) {
      forget(at);
      ofKind[kinds[at]].clear(at);
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

  private void putCodes(int at, String model, ByteBuffer planes, @Nullable ByteBuffer inContext) {
    if (!models.contains(model)) {
      models.add(model);
    }
    int wordsHere = planes.remaining() / Long.BYTES / BitPlanes.PLANES;
    if (wordsHere != words) {
      resize(wordsHere);
    }
    modelOf[at] = (byte) markOf(model);
    own.put(at, planes);
    context.put(at, inContext == null ? planes : inContext);
  }

  /** The newest vectors count: those of another length are of a model that was given up. */
  private void resize(int wanted) {
    words = wanted;
    own.reset(seqs.length, words);
    context.reset(seqs.length, words);
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
      growTo(Math.max(GROWTH_MIN, size + size / 2));
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
    own.shift(at, rest);
    context.shift(at, rest);
    for (BitSet rows : ofKind) {
      BitSet moved = rows.get(at, size);
      rows.clear(at, size);
      moved.stream().forEach(row -> rows.set(at + row + 1));
    }
  }

  private void growTo(int capacity) {
    seqs = Arrays.copyOf(seqs, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    confidences = Arrays.copyOf(confidences, capacity);
    lengths = Arrays.copyOf(lengths, capacity);
    modelOf = Arrays.copyOf(modelOf, capacity);
    own.grow(capacity);
    context.grow(capacity);
  }
}
