package dev.athena.store.sqlite;

import dev.athena.memory.ProjectStore;
import java.util.List;

/** The projects named in the table {@code memory}. */
final class SqliteProjectStore implements ProjectStore {
  private final Sql sql;

  SqliteProjectStore(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<String> tenants() {
    return sql.list("select distinct tenant from memory order by tenant", row -> row.getString(1));
  }

  @Override
  public List<String> projects(String tenant) {
    return sql.list(
        "select distinct project from memory where tenant = ? order by project",
        row -> row.getString(1),
        tenant);
  }
}
