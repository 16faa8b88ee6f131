package dev.athena.store.sqlite;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;

/** Makes stores as they were before anything could be sealed. */
final class FormerStore {
  private static final String LAST_VERSION = "5";

  private FormerStore() {}

  /** Makes a store in {@code home} that has what the plain store in {@code plain} has. */
  static void copy(Path plain, Path home) {
    Database database = new Database(home, Layout.MEMORIES, UnaryOperator.identity());
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + database.file(), null, null)
        .locations("classpath:dev/athena/store/sqlite")
        .target(LAST_VERSION)
        .load()
        .migrate();
    try (Sql sql = database.openWriter()) {
      sql.execute("pragma secure_delete = off");
      sql.execute("attach '%s' as plain".formatted(plain.resolve("athena.db")));
      for (String table :
          List.of(
              "memory",
              "revision",
              "search_row",
              "term_vector",
              "vector",
              "change",
              "embedding_model",
              "setting",
              "execution",
              "violation")) {
        String columns =
            String.join(
                ", ",
                sql.list(
                    "select name from pragma_table_info('%s', 'main')".formatted(table),
                    row -> row.getString(1)));
        sql.execute(
            "insert into main.%s (%s) select %s from plain.%s"
                .formatted(table, columns, columns, table));
      }
      PostingLists postings = new PostingLists(sql);
      sql.each(
          "select seq, terms from main.term_vector",
          row -> postings.add(row.getLong(1), TermVector.unpack(row.getBytes(2)), TermNames.PLAIN));
    }
  }
}
