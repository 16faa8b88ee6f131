package dev.athena.store.sqlite;

/** The table {@code change}: which rows of the index changed, in order. */
final class ChangeLog {
  /** How many changes are kept; a process that fell further behind loads everything anew. */
  static final int KEPT_MAX = 500_000;

  /** How often old changes are looked for. */
  private static final int PRUNE_EVERY = 10_000;

  private ChangeLog() {}

  /** Notes that a row changed. */
  static void note(Sql sql, long seq) {
    sql.update("insert into change (seq) values (?)", seq);
    long newest = sql.number("select last_insert_rowid()");
    if (newest % PRUNE_EVERY == 0) {
      sql.update("delete from change where n <= ?", newest - KEPT_MAX);
    }
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
