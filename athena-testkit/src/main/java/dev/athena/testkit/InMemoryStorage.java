package dev.athena.testkit;

import dev.athena.episodic.EpisodeStore;
import dev.athena.execution.ExecutionStore;
import dev.athena.index.IndexStore;
import dev.athena.memory.ProjectStore;
import dev.athena.memory.UsageStore;
import dev.athena.procedural.ProcedureStore;
import dev.athena.semantic.FactStore;
import dev.athena.storage.Storage;
import dev.athena.storage.StorageFailure;
import dev.athena.storage.Store;
import dev.athena.storage.Transaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The twin of a storage: it promises the same and keeps everything in main memory, by the plainest
 * means.
 *
 * <p>A write works on a copy of all there is, which takes the place of the original when it ends. A
 * search looks at every memory.
 */
public final class InMemoryStorage implements Storage {
  private final ReentrantLock writers = new ReentrantLock(true);
  private volatile InMemoryState state = new InMemoryState();
  private volatile boolean closed;

  @Override
  public <T> T write(Function<Transaction, T> work) {
    writers.lock();
    try {
      checkOpen();
      InMemoryState copy = state.copy();
      OneTransaction tx = new OneTransaction(copy, true);
      T answer = work.apply(tx);
      if (tx.doomed) {
        throw new StorageFailure(
            "a step of the transaction had failed, so none was kept", "repeat all of it", null);
      }
      state = copy;
      return answer;
    } finally {
      writers.unlock();
    }
  }

  @Override
  public <T> T read(Function<Transaction, T> work) {
    checkOpen();
    return work.apply(new OneTransaction(state, false));
  }

  @Override
  public void close() {
    closed = true;
  }

  private void checkOpen() {
    if (closed) {
      throw new StorageFailure("the store is closed", "open it again", null);
    }
  }

  /** A transaction that knows whether one of its stores has thrown. */
  private static final class OneTransaction implements Transaction {
    private final Map<Class<?>, Store> stores;
    private boolean doomed;

    OneTransaction(InMemoryState state, boolean writes) {
      this.stores =
          Map.of(
              EpisodeStore.class, new InMemoryEpisodes(state),
              FactStore.class, new InMemoryFacts(state),
              ProcedureStore.class, new InMemoryProcedures(state),
              UsageStore.class, new InMemoryUsage(state),
              ProjectStore.class, new InMemoryProjects(state),
              ExecutionStore.class, new InMemoryExecutions(state),
              IndexStore.class, new InMemoryIndex(state, writes));
    }

    @Override
    public <S extends Store> S store(Class<S> type) {
      Store store = stores.get(type);
      if (store == null) {
        throw new IllegalArgumentException("the twin keeps no " + type.getSimpleName());
      }
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (_, method, arguments) -> {
                try {
                  return method.invoke(store, arguments);
                } catch (InvocationTargetException e) {
                  doomed = true;
                  throw e.getTargetException();
                }
              }));
    }
  }
}
