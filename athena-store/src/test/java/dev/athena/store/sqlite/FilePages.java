package dev.athena.store.sqlite;

import java.nio.ByteBuffer;
import java.util.BitSet;

/** Which bytes of a SQLite file nobody reads (sqlite.org/fileformat2.html). */
final class FilePages {
  private static final int PAGE = 8_192;

  private final ByteBuffer file;
  private final BitSet unused = new BitSet();

  private FilePages(byte[] bytes) {
    this.file = ByteBuffer.wrap(bytes);
  }

  static FilePages of(byte[] bytes) {
    FilePages pages = new FilePages(bytes);
    pages.header();
    pages.freePages();
    pages.trees();
    return pages;
  }

  boolean isUnused(int at) {
    return unused.get(at);
  }

  /** Counters of changes, sizes for caches, versions of the writer, and what is reserved. */
  private void header() {
    unused.set(24, 28);
    unused.set(40, 44);
    unused.set(48, 52);
    unused.set(60, 100);
  }

  /** A page of the list of free pages names others, whose contents mean nothing. */
  private void freePages() {
    int trunk = file.getInt(32);
    while (trunk != 0) {
      int from = (trunk - 1) * PAGE;
      int count = file.getInt(from + 4);
      unused.set(from + 8 + 4 * count, from + PAGE);
      for (int i = 0; i < count; i++) {
        int page = file.getInt(from + 8 + 4 * i);
        unused.set((page - 1) * PAGE, page * PAGE);
      }
      trunk = file.getInt(from);
    }
  }

  private void trees() {
    for (int page = 0; page < file.capacity() / PAGE; page++) {
      int from = page * PAGE;
      int header = page == 0 ? 100 : 0;
      int type = file.get(from + header);
      if (!unused.get(from) && (type == 2 || type == 5 || type == 10 || type == 13)) {
        int cells = file.getShort(from + header + 3) & 0xFFFF;
        int pointers = header + (type == 2 || type == 5 ? 12 : 8);
        int content = file.getShort(from + header + 5) & 0xFFFF;
        unused.set(from + pointers + 2 * cells, from + (content == 0 ? 65_536 : content));
        freeBlocks(from, file.getShort(from + header + 1) & 0xFFFF);
      }
    }
  }

  private void freeBlocks(int from, int first) {
    int block = first;
    while (block != 0) {
      int size = file.getShort(from + block + 2) & 0xFFFF;
      unused.set(from + block + 4, from + block + size);
      block = file.getShort(from + block) & 0xFFFF;
    }
  }
}
