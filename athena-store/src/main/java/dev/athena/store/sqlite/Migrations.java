package dev.athena.store.sqlite;

import dev.athena.storage.StorageFailure;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema up to date.
 *
 * <p>Flyway does it, but only when there is something to do: its start costs more than all else,
 * and every command of the shell opens the store.
 */
final class Migrations {
  /** The version that the newest migration script of the memories sets. */
  static final int LATEST = 6;

  private Migrations() {}

  /** Returns whether the schema is the one this program was written for. */
  static boolean isCurrent(Sql sql, Layout layout) {
    long version = sql.number("pragma user_version");
    if (version > layout.latest()) {
      throw new StorageFailure(
          "the store was written by a newer Athena (schema %d, known here up to %d)"
              .formatted(version, layout.latest()),
          "update this Athena, or use another ATHENA_HOME; nothing was changed",
          null);
    }
    return version == layout.latest();
  }

  /** Runs the missing scripts; only one process at a time may do this. */
  static void run(Database database) {
    try {
      migrate(database);
    } catch (FlywayException e) {
      throw new StorageFailure(
          "the store could not be brought up to date",
          "nothing was changed; run `athena doctor` and look into the log",
          e);
    }
  }

  private static void migrate(Database database) {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + database.file(), null, null)
        .locations(database.layout().scripts())
        .executeInTransaction(true)
        .load()
        .migrate();
  }
}
