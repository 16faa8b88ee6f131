package dev.athena.app.engine;

import dev.athena.error.AthenaException;
import dev.athena.error.InternalFailure;
import dev.athena.storage.Storage;
import dev.athena.storage.Transaction;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A storage that is opened while other things are done; the first call waits for it.
 *
 * <p>If it cannot be opened, every call fails with the reason.
 */
final class OpeningStorage implements Storage {
  private final FutureTask<Storage> opening;

  private OpeningStorage(FutureTask<Storage> opening) {
    this.opening = opening;
  }

  /** Begins to open a storage. */
  static OpeningStorage of(Supplier<Storage> opener) {
    FutureTask<Storage> opening = new FutureTask<>(opener::get);
    Thread.ofPlatform().name("athena-open").daemon().start(opening);
    return new OpeningStorage(opening);
  }

  @Override
  public <T> T write(Function<Transaction, T> work) {
    return opened().write(work);
  }

  @Override
  public <T> T read(Function<Transaction, T> work) {
    return opened().read(work);
  }

  @Override
  public void close() {
    Storage storage;
    try {
      storage = opened();
    } catch (AthenaException _) {
      return;
    }
    storage.close();
  }

  private Storage opened() {
    try {
      return opening.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AthenaException known) {
        throw known;
      }
      throw new InternalFailure("the store could not be opened", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InternalFailure("interrupted while the store was opened", e);
    }
  }
}
