package dev.athena.store.sqlite;

import dev.athena.storage.StorageFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Knows what stands in the place of a store and is none.
 *
 * <p>It belongs to somebody, so it is looked at before anything is written.
 */
final class OtherFile {
  /** The table of the migrations stands alone for a moment while a store is made. */
  private static final String TABLES_OF_OTHERS =
      """
      select count(*) from sqlite_schema
      where type = 'table' and name not like 'sqlite!_%' escape '!'
        and not exists (
          select 1 from sqlite_schema where name in (?, 'flyway_schema_history'))
      """;

  private OtherFile() {}

  /**
   * Refuses a file in the place of a store's folder, or of one above it.
   *
   * @throws StorageFailure if there is one
   */
  static void refuseForFolder(Path folder) {
    Path at = folder.toAbsolutePath();
    while (at != null && !Files.exists(at)) {
      at = at.getParent();
    }
    if (at != null && !Files.isDirectory(at)) {
      boolean itself = at.equals(folder.toAbsolutePath());
      throw refusal(
          "the folder of the store " + (itself ? "is a file" : "lies below a file"), null);
    }
  }

  /**
   * Refuses a folder in the place of a store's file.
   *
   * @throws StorageFailure if it is one
   */
  static void refuseForFile(Path file, Layout layout) {
    if (Files.isDirectory(file)) {
      throw refusal(layout.told() + " is a folder", null);
    }
  }

  /**
   * Refuses a database without the tables of a store, unless it has none at all.
   *
   * @throws StorageFailure if it has others
   */
  static void refuseTables(Sql sql, Layout layout) {
    if (sql.number(TABLES_OF_OTHERS, layout.mark()) > 0) {
      throw refusal(layout.told() + " is the database of another program", null);
    }
  }

  /** Returns whether SQLite complains that a file is no database. */
  static boolean isTold(SQLException e) {
    return e.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code;
  }

  /** Returns what to say when SQLite complains that a file is no database. */
  static StorageFailure noDatabase(String file, SQLException e) {
    return refusal(file + " is no SQLite database", e);
  }

  private static StorageFailure refusal(String problem, @Nullable Throwable cause) {
    return new StorageFailure(
        problem, "move it away, or set ATHENA_HOME to another folder; nothing was changed", cause);
  }
}
