package dev.athena.store.sqlite;

import dev.athena.storage.StorageFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Opens connections to the file, all with the same settings. */
final class Database {
  /** How long a connection waits for another process that writes before it gives up. */
  private static final int BUSY_TIMEOUT_MILLIS = 60_000;

  private static final int PAGE_BYTES = 8_192;
  private static final int READER_CACHE_KIB = 6 * 1024;
  private static final int WRITER_CACHE_KIB = 16 * 1024;

  private final Layout layout;
  private final Path file;
  private final UnaryOperator<Connection> opened;

  /**
   * Creates a way to the file in {@code folder}.
   *
   * @param opened is given each connection and returns the one that is used in its place
   */
  Database(Path folder, Layout layout, UnaryOperator<Connection> opened) {
    this.layout = layout;
    this.file = folder.resolve(layout.fileName());
    this.opened = opened;
  }

  Path file() {
    return file;
  }

  Layout layout() {
    return layout;
  }

  /**
   * Opens a connection that writes; each of its commits reaches the disk before it returns.
   *
   * @throws StorageFailure if the file is another program's, which is left as it was
   */
  Sql openWriter() {
    return prepared(
        open(WRITER_CACHE_KIB),
        sql -> {
          OtherFile.refuseTables(sql, layout);
          // in this order: the size of pages is settled once the file keeps a log
          sql.execute("pragma page_size = " + PAGE_BYTES);
          sql.execute("pragma journal_mode = wal");
          sql.execute("pragma secure_delete = on"); // what is deleted is overwritten
        });
  }

  /** Opens a connection that only reads. */
  Sql openReader() {
    return prepared(open(READER_CACHE_KIB), sql -> sql.execute("pragma query_only = on"));
  }

  private static Sql prepared(Sql sql, Consumer<Sql> preparation) {
    try {
      preparation.accept(sql);
      return sql;
    } catch (StorageFailure e) {
      sql.closeAfter(e);
      throw e;
    }
  }

  private Sql open(int cacheKibibytes) {
    OtherFile.refuseForFile(file, layout);
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setCacheSize(-cacheKibibytes);
    config.setGetGeneratedKeys(false); // would ask for the row's number after every insert
    try {
      Connection connection = config.createConnection("jdbc:sqlite:" + file);
      return new Sql(opened.apply(connection), layout.told());
    } catch (SQLException e) {
      if (OtherFile.isTold(e)) {
        throw OtherFile.noDatabase(layout.told(), e);
      }
      throw new StorageFailure(
          "the store cannot be opened",
          "check that ATHENA_HOME is a folder you may write to, and that its disk has room",
          e);
    }
  }
}
