package dev.athena.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** What holds of the file of a store between any two transactions. */
final class Invariants {
  private Invariants() {}

  /** Checks the store in {@code home}; it may be open elsewhere. */
  static void check(Path home) {
    Database database = new Database(home, Layout.MEMORIES, UnaryOperator.identity());
    try (Sql sql = database.openWriter()) {
      checkWhole(sql);
      checkMemories(sql);
      checkPostings(sql);
      checkExecutions(sql);
    }
  }

  /** Checks that the file is sound, and that no row is without those that belong to it. */
  static void checkWhole(Sql sql) {
    assertThat(sql.first("pragma integrity_check", row -> row.getString(1))).contains("ok");
    assertThat(sql.list("pragma foreign_key_check", row -> row.getString(1))).isEmpty();
    sql.update("insert into term_index (term_index) values ('integrity-check')");
  }

  private static void checkMemories(Sql sql) {
    none(sql, "memory m where not exists (select 1 from search_row r where r.seq = m.seq)");
    none(sql, "memory m where not exists (select 1 from term_vector t where t.seq = m.seq)");
    none(sql, "search_row r where not exists (select 1 from memory m where r.seq = m.seq)");
    none(sql, "term_vector t where not exists (select 1 from memory m where t.seq = m.seq)");
    none(
        sql,
        """
        search_row r where r.model is not null
          and not exists (select 1 from vector v where v.seq = r.seq)
        """);
    none(sql, "vector v where not exists (select 1 from search_row r where v.seq = r.seq)");
    none(
        sql,
        """
        memory m where m.revision - 1 <> (select count(*) from revision r where r.seq = m.seq)
        """);
    none(sql, "memory where identity is null and superseded_by is null");
    none(
        sql,
        """
        memory m where m.superseded_by is not null
          and not exists (select 1 from memory n where n.id = m.superseded_by)
        """);
    none(sql, "search_row r where not exists (select 1 from change c where c.seq = r.seq)");
  }

  private static void checkPostings(Sql sql) {
    long[] keys = new long[1];
    sql.each("select terms from term_vector", row -> keys[0] += row.getBytes(1).length / 9);
    long postings = sql.number("select coalesce(sum(doc), 0) from term_frequency");
    assertThat(postings).as("postings for all terms").isEqualTo(keys[0]);
    sql.each(
        "select seq, terms from term_vector order by seq desc limit 50",
        row -> {
          String all = TermVector.unpack(row.getBytes(2)).spelled(TermNames.PLAIN).strip();
          if (!all.isEmpty()) {
            long there =
                sql.number(
                    "select count(*) from term_index where term_index match ? and rowid = ?",
                    all.replace(" ", " AND "),
                    row.getLong(1));
            assertThat(there).as("postings of row %d", row.getLong(1)).isEqualTo(1);
          }
        });
  }

  private static void checkExecutions(Sql sql) {
    none(sql, "execution where (ended_at is null) <> (status is null)");
    none(sql, "execution where (ended_at is null) <> (took is null)");
    none(sql, "execution where ended_at is null and (error is not null or violations > 0)");
    none(
        sql,
        """
        execution e where e.worst is not
          (select max(v.severity) from violation v where v.execution = e.seq)
        """);
    none(sql, "execution where (worst is null) <> (kinds is null)");
    none(
        sql,
        """
        violation v join execution e on e.seq = v.execution
        where e.tenant <> v.tenant or e.project <> v.project
        """);
  }

  private static void none(Sql sql, String where) {
    assertThat(sql.number("select count(*) from " + where)).as(where).isZero();
  }
}
