package dev.athena.store.sqlite;

import dev.athena.episodic.EpisodeStore;
import dev.athena.execution.ExecutionStore;
import dev.athena.index.IndexStore;
import dev.athena.memory.ProjectStore;
import dev.athena.memory.UsageStore;
import dev.athena.procedural.ProcedureStore;
import dev.athena.semantic.FactStore;
import dev.athena.storage.Store;
import dev.athena.storage.Transaction;
import java.util.Map;
import java.util.function.Supplier;

/** One transaction on one connection. */
final class SqliteTransaction implements Transaction {
  private final Map<Class<?>, Supplier<Store>> stores;

  SqliteTransaction(Sql sql, Seals seals, Memos memos, boolean writes) {
    this.stores =
        Map.of(
            EpisodeStore.class, () -> new SqliteEpisodeStore(sql, seals),
            FactStore.class, () -> new SqliteFactStore(sql, seals),
            ProcedureStore.class, () -> new SqliteProcedureStore(sql, seals),
            UsageStore.class, () -> new SqliteUsageStore(sql, seals),
            ProjectStore.class, () -> new SqliteProjectStore(sql),
            ExecutionStore.class, () -> new SqliteExecutionStore(sql, seals),
            IndexStore.class,
                () ->
                    new SqliteIndexStore(new SqliteIndexStore.Session(sql, seals, memos), writes));
  }

  @Override
  public <S extends Store> S store(Class<S> type) {
    Supplier<Store> maker = stores.get(type);
    if (maker == null) {
      throw new IllegalArgumentException("SQLite keeps no " + type.getSimpleName());
    }
    return type.cast(maker.get());
  }
}
