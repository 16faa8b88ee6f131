package dev.athena.crypto;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** A document in memory, shared by all who hold it. Its n-th change can fail, before or after. */
final class MemoryKeychainFile implements KeychainFile {
  /** Stands for a process that is killed. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Optional<byte[]> document = Optional.empty();
  private int changes;
  private int failing = Integer.MAX_VALUE;
  private boolean afterwards;

  /** The change after {@code count} more fails; the document is then changed if {@code after}. */
  synchronized void failAt(int count, boolean after) {
    failing = changes + count;
    afterwards = after;
  }

  synchronized void put(byte[] bytes) {
    document = Optional.of(bytes.clone());
    changes++;
  }

  synchronized void remove() {
    document = Optional.empty();
    changes++;
  }

  synchronized byte[] bytes() {
    return document.orElseThrow().clone();
  }

  synchronized int changes() {
    return changes;
  }

  @Override
  public synchronized String stamp() {
    return String.valueOf(changes);
  }

  @Override
  public synchronized Optional<byte[]> load() {
    return document.map(byte[]::clone);
  }

  @Override
  public synchronized void change(UnaryOperator<Optional<byte[]>> edit) {
    Optional<byte[]> edited = edit.apply(load());
    if (edited.isEmpty()) {
      return;
    }
    boolean fails = changes >= failing;
    if (fails) {
      failing = Integer.MAX_VALUE;
    }
    if (!fails || afterwards) {
      document = edited;
      changes++;
    }
    if (fails) {
      throw new Killed();
    }
  }
}
