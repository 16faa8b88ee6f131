package dev.athena.store.sqlite;

import dev.athena.index.IndexEntry;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * The terms and labels of one memory, packed: the keys in ascending order, each with a count of one
 * byte, which is 0 for a label.
 */
final class TermVector {
  private static final int ENTRY_BYTES = Long.BYTES + 1;
  private static final int COUNT_MAX = 255;

  private final ByteBuffer packed;

  private TermVector(byte[] packed) {
    this.packed = ByteBuffer.wrap(packed);
  }

  /** Returns the terms and labels of an entry. */
  static TermVector of(IndexEntry entry) {
    TermKey keys = new TermKey(entry.namespace());
    Map<Long, Integer> counts = new TreeMap<>();
    entry
        .terms()
        .counts()
        .forEach((term, count) -> counts.put(keys.ofWord(term), Math.clamp(count, 1, COUNT_MAX)));
    entry.labels().forEach(label -> counts.put(keys.ofLabel(label), 0));
    ByteBuffer packed = ByteBuffer.allocate(counts.size() * ENTRY_BYTES);
    counts.forEach((key, count) -> packed.putLong(key).put(count.byteValue()));
    return new TermVector(packed.array());
  }

  static TermVector unpack(byte[] packed) {
    return new TermVector(packed);
  }

  byte[] pack() {
    return packed.array();
  }

  /** Returns all keys as the full-text index spells them, with blanks between. */
  String spelled(TermNames names) {
    StringBuilder text = new StringBuilder();
    for (long name : names(names)) {
      text.append(TermKey.spell(name)).append(' ');
    }
    return text.toString();
  }

  /** Returns what the full-text index spells for each key. */
  long[] names(TermNames names) {
    long[] keys = new long[size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = keyAt(i);
    }
    return names.ofAll(keys);
  }

  /** Returns how often a word occurs; 0 if it does not. */
  int count(long word) {
    int at = find(word);
    return at < 0 ? 0 : packed.get(at * ENTRY_BYTES + Long.BYTES) & 0xFF;
  }

  /** Returns whether a word or label is there. */
  boolean has(long key) {
    return find(key) >= 0;
  }

  private int size() {
    return packed.capacity() / ENTRY_BYTES;
  }

  private long keyAt(int index) {
    return packed.getLong(index * ENTRY_BYTES);
  }

  private int find(long key) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long there = keyAt(middle);
      if (there == key) {
        return middle;
      }
      if (there < key) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
