package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athena.storage.StorageFailure;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlTest {
  /** Of several steps, as the insertions are after which SQLite keeps the transaction open. */
  private static final String ADD =
      """
      insert into text (id, bytes)
      select number, zeroblob(?) from (select ? as number union select 100 + ?)
      """;

  private static final int MORE_THAN_FITS = 1_000_000;

  @TempDir private Path folder;
  private Sql sql;

  @BeforeEach
  void open() throws SQLException {
    sql = new Sql(DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("test.db")), "test");
    sql.execute("pragma journal_mode = wal");
    sql.execute("create table text (id integer primary key, bytes blob not null)");
    sql.execute("pragma max_page_count = 20");
  }

  @AfterEach
  void close() {
    sql.close();
  }

  @Test
  void aStatementThatFoundNoRoomCanBeRunAgain() {
    add(1, 10);

    assertThatThrownBy(() -> add(2, MORE_THAN_FITS))
        .isInstanceOf(StorageFailure.class)
        .hasStackTraceContaining("full");

    add(2, 10);
    assertThat(sql.number("select count(*) from text")).isEqualTo(4);
  }

  @Test
  void aStatementThatBrokeARuleCanBeRunAgain() {
    add(1, 10);

    assertThatThrownBy(() -> add(1, 10)).isInstanceOf(IllegalStateException.class);

    add(2, 10);
    assertThat(sql.number("select count(*) from text")).isEqualTo(4);
  }

  private void add(int id, int bytes) {
    SqliteFile.transacted(sql, "begin immediate", () -> sql.update(ADD, bytes, id, id));
  }
}
