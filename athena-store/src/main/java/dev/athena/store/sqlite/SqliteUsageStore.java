package dev.athena.store.sqlite;

import dev.athena.memory.MemoryId;
import dev.athena.memory.Usage;
import dev.athena.memory.UsageStore;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.util.Map;

/** Usage counts in the table {@code memory}. */
final class SqliteUsageStore implements UsageStore {
  private final Sql sql;

  SqliteUsageStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Namespace namespace, Map<MemoryId, Long> counts, Instant at) {
    counts.forEach((id, count) ->
        sql.update(
            """
            update memory set uses = uses + ?, used_at = ?
            where id = ? and tenant = ? and project = ?
            """,
            count,
            at.toEpochMilli(),
            id.value(),
            namespace.tenant(),
            namespace.project()));
  }

  @Override
  public Usage find(Namespace namespace, MemoryId id) {
    return sql.first(
            "select uses, used_at from memory where id = ? and tenant = ? and project = ?",
            row -> {
              long uses = row.getLong(1);
              long usedAt = row.getLong(2);
              return new Usage(uses, row.wasNull() ? null : Instant.ofEpochMilli(usedAt));
            },
            id.value(),
            namespace.tenant(),
            namespace.project())
        .orElse(Usage.NEVER);
  }
}
