package dev.athena.app.engine;

import dev.athena.crypto.SealedValues;
import dev.athena.storage.Storage;
import dev.athena.storage.StorageFailure;
import dev.athena.storage.Transaction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A storage that the first call opens, while others wait.
 *
 * <p>If it cannot be opened the call fails, and the next one tries again.
 */
final class OpeningStorage implements Storage, SealedValues {
  private final Supplier<Storage> opener;
  private @Nullable Storage storage;
  private boolean closed;

  OpeningStorage(Supplier<Storage> opener) {
    this.opener = opener;
  }

  @Override
  public <T> T write(Function<Transaction, T> work) {
    return opened().write(work);
  }

  @Override
  public <T> T note(Function<Transaction, T> work) {
    return opened().note(work);
  }

  @Override
  public <T> T read(Function<Transaction, T> work) {
    return opened().read(work);
  }

  @Override
  public boolean purge() {
    return opened().purge();
  }

  @Override
  public int sealAnew(int limit) {
    return opened() instanceof SealedValues sealed ? sealed.sealAnew(limit) : 0;
  }

  /** Returns whether it is open. */
  synchronized boolean isOpen() {
    return storage != null && !closed;
  }

  /** Opens it now. */
  void open() {
    opened().read(tx -> true);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (storage != null) {
      storage.close();
    }
  }

  private synchronized Storage opened() {
    if (closed) {
      throw new StorageFailure("the store is closed", "open it again", null);
    }
    if (storage == null) {
      storage = opener.get();
    }
    return storage;
  }
}
