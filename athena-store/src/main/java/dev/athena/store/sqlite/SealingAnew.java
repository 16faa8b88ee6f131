package dev.athena.store.sqlite;

import dev.athena.execution.ExecutionId;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Seals with the newest keys what is sealed with older ones, or not at all, some rows at a time.
 *
 * <p>How far it came stands in the table {@code seal}, and moves in the transaction that seals, so
 * that an interruption at any point loses nothing and repeats nothing. What is written meanwhile is
 * sealed with the newest keys by those who write it.
 */
final class SealingAnew {
  /** How many rows are looked at again each time before it is noted that nothing is left there. */
  private static final int LOOKED_AT_AGAIN_MAX = 1_000;

  private final Sql sql;
  private final Seals seals;
  private final SqliteExecutionStore executions;
  private boolean ended;

  SealingAnew(Sql sql, Seals seals) {
    this.sql = sql;
    this.seals = seals;
    this.executions = new SqliteExecutionStore(sql, seals);
  }

  /** A row that is to be sealed. */
  private record Row(long seq, Namespace namespace, String id) {}

  /** Seals so many rows at most; returns how many there were, 0 if none is left. */
  int step(int limit) {
    int done = ofStore();
    for (String tenant : tenants()) {
      if (done < limit) {
        done += ofTenant(tenant, limit - done);
      }
    }
    return done;
  }

  /** Returns whether it turned out that nothing is left of the earlier keys of a tenant. */
  boolean hasEnded() {
    return ended;
  }

  /** Returns all tenants that have rows. */
  List<String> tenants() {
    TreeSet<String> tenants = new TreeSet<>();
    for (String table : List.of("memory", "execution")) {
      String next = "select min(tenant) from " + table + " where tenant > ?";
      @Nullable String tenant = "";
      while (tenant != null) {
        tenant =
            sql.first(next, row -> Optional.ofNullable(row.getString(1)), tenant)
                .flatMap(found -> found)
                .orElse(null);
        if (tenant != null) {
          tenants.add(tenant);
        }
      }
    }
    return List.copyOf(tenants);
  }

  /** The rows that belong to no tenant are few, and sealed all at once. */
  private int ofStore() {
    Epoch epoch = seals.epochs().newest(Epochs.STORE);
    if (epoch.memoriesTo() > 0) {
      return 0;
    }
    new StoreRows(sql, seals).sealAnew();
    seals.epochs().reached(epoch.reached(1, 1));
    seals.epochs().removeBefore(epoch);
    return 1;
  }

  private int ofTenant(String tenant, int limit) {
    Epoch epoch = seals.epochs().newest(tenant);
    List<Row> memories = earlier("memory", epoch, epoch.memoriesTo(), limit);
    memories.forEach(row -> {
      MemoryId id = new MemoryId(row.id());
      table(id).sealAnew(row.namespace(), id);
    });
    int left = limit - memories.size();
    List<Row> runs = earlier("execution", epoch, epoch.executionsTo(), left);
    runs.forEach(row -> executions.sealAnew(row.namespace(), new ExecutionId(row.id())));
    int done = memories.size() + runs.size();
    long memoriesTo = reached("memory", memories, limit);
    long executionsTo = left == 0 ? epoch.executionsTo() : reached("execution", runs, left);
    if (done > 0
        || memoriesTo - epoch.memoriesTo() > LOOKED_AT_AGAIN_MAX
        || executionsTo - epoch.executionsTo() > LOOKED_AT_AGAIN_MAX) {
      seals.epochs().reached(epoch.reached(memoriesTo, executionsTo));
    }
    if (done == 0 && seals.epochs().removeBefore(epoch) > 0) {
      ended = true;
    }
    return done;
  }

  private List<Row> earlier(String table, Epoch epoch, long after, int limit) {
    return sql.list(
        "select seq, tenant, project, id from "
            + table
            + " where seq > ? and tenant = ? and epoch < ? order by seq limit ?",
        row ->
            new Row(
                row.getLong(1),
                new Namespace(row.getString(2), row.getString(3)),
                row.getString(4)),
        after,
        epoch.tenant(),
        epoch.number(),
        limit);
  }

  /** If there were fewer than asked for, all that there are were looked at. */
  private long reached(String table, List<Row> rows, int limit) {
    return rows.size() == limit
        ? rows.getLast().seq()
        : sql.number("select coalesce(max(seq), 0) from " + table);
  }

  private MemoryTable<?> table(MemoryId id) {
    return switch (id.kind()) {
      case EPISODIC -> new SqliteEpisodeStore(sql, seals);
      case SEMANTIC -> new SqliteFactStore(sql, seals);
      case PROCEDURAL -> new SqliteProcedureStore(sql, seals);
    };
  }
}
