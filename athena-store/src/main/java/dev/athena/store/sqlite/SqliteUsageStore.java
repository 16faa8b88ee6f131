package dev.athena.store.sqlite;

import dev.athena.crypto.Place;
import dev.athena.memory.MemoryId;
import dev.athena.memory.Usage;
import dev.athena.memory.UsageStore;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Usage counts in the table {@code memory}. */
final class SqliteUsageStore implements UsageStore {
  private final Sql sql;
  private final Seals seals;

  SqliteUsageStore(Sql sql, Seals seals) {
    this.sql = sql;
    this.seals = seals;
  }

  @Override
  public void add(Namespace namespace, Map<MemoryId, Long> counts, Instant at) {
    counts.forEach((id, count) -> {
      if (seals.isOn()) {
        put(namespace, id, new Usage(find(namespace, id).count() + count, at));
      } else {
        sql.update(
            """
            update memory set uses = uses + ?, used_at = ?
            where id = ? and tenant = ? and project = ?
            """,
            count,
            at.toEpochMilli(),
            id.value(),
            namespace.tenant(),
            namespace.project());
      }
    });
  }

  private void put(Namespace namespace, MemoryId id, Usage usage) {
    @Nullable Instant last = usage.lastAt();
    @Nullable Long usedAt = last == null ? null : last.toEpochMilli();
    sql.update(
        """
        update memory set uses = ?, used_at = ?, used_proof = ?
        where id = ? and tenant = ? and project = ?
        """,
        usage.count(),
        usedAt,
        seals.proof(place(namespace, id, usage.count(), usedAt)),
        id.value(),
        namespace.tenant(),
        namespace.project());
  }

  /** Proves anew, with the newest keys, how often a memory was used. */
  void sealAnew(Namespace namespace, MemoryId id) {
    Usage usage = find(namespace, id);
    if (!usage.equals(Usage.NEVER)) {
      put(namespace, id, usage);
    }
  }

  @Override
  public Usage find(Namespace namespace, MemoryId id) {
    return sql.first(
            """
            select uses, used_at, used_proof from memory
            where id = ? and tenant = ? and project = ?
            """,
            row -> {
              long uses = row.getLong(1);
              long at = row.getLong(2);
              @Nullable Long usedAt = row.wasNull() ? null : Long.valueOf(at);
              byte @Nullable [] proof = row.getBytes(3);
              if (uses != 0 || usedAt != null || proof != null) {
                seals.check(place(namespace, id, uses, usedAt), proof);
              }
              return new Usage(uses, usedAt == null ? null : Instant.ofEpochMilli(usedAt));
            },
            id.value(),
            namespace.tenant(),
            namespace.project())
        .orElse(Usage.NEVER);
  }

  private static Place place(Namespace namespace, MemoryId id, long uses, @Nullable Long usedAt) {
    return new Place(
        namespace.tenant(), "memory", Binding.of(id.value(), uses, usedAt), "used_proof");
  }
}
