package dev.athena.store.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The table {@code change}: which rows of the index changed, in order. */
final class ChangeLog {
  /** How many changes are kept; a process that fell further behind loads everything anew. */
  static final int KEPT_MAX = 500_000;

  /** How often old changes are looked for. */
  private static final int PRUNE_EVERY = 10_000;

  private static final byte[] DOMAIN = "change".getBytes(StandardCharsets.UTF_8);

  private ChangeLog() {}

  /** Notes that a row changed. */
  static void note(Sql sql, Seals seals, long seq) {
    sql.update("insert into change (seq, proof) values (?, ?)", seq, proof(seals, seq));
    long newest = sql.number("select last_insert_rowid()");
    if (newest % PRUNE_EVERY == 0) {
      sql.update("delete from change where n <= ?", newest - KEPT_MAX);
    }
  }

  /** Returns what shows that a change is of a row; null in a plain store. */
  static @Nullable Long proof(Seals seals, long seq) {
    if (!seals.isOn()) {
      return null;
    }
    TenantKeys keys = seals.keys(Epochs.STORE);
    byte[] hash =
        keys.hash(keys.newestVersion())
            .of(DOMAIN, ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
    return ByteBuffer.wrap(hash).getLong();
  }

  /** Removes all changes but a new one, so that every process loads everything anew. */
  static void beginAnew(Sql sql, Seals seals) {
    note(sql, seals, 0);
    sql.update("delete from change where n < (select max(n) from change)");
  }

  /** Returns the number of the newest change; 0 if there is none. */
  static long newest(Sql sql) {
    return sql.number("select coalesce(max(n), 0) from change");
  }

  /** Returns whether every change after {@code n} is still there. */
  static boolean reachesBackTo(Sql sql, long n) {
    return sql.number("select coalesce(min(n), 0) from change") <= n + 1;
  }
}
