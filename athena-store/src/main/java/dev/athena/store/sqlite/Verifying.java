package dev.athena.store.sqlite;

import dev.athena.error.AthenaException;
import dev.athena.execution.ExecutionId;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every value of a store: opens what is sealed, which shows that what is bound to it is as
 * it was written too, and compares the full-text index with the terms of the memories.
 */
final class Verifying {
  private final Sql sql;
  private final Seals seals;
  private final List<String> damage = new ArrayList<>();
  private long rows;
  private long plain;

  Verifying(Sql sql, Seals seals) {
    this.sql = sql;
    this.seals = seals;
  }

  /** Looks at one row. */
  @FunctionalInterface
  private interface Look {
    void at(ResultSet row) throws SQLException;
  }

  StoreVerification all() {
    guarded("the file", this::file);
    guarded("the schema", () -> new VerifyingSchema(sql).problems().forEach(this::note));
    if (seals.isOn()) {
      guarded("the epochs", () -> seals.epochs().all());
      guarded("the settings", this::store);
      guarded("the changes", this::changes);
    }
    guarded("the memories", this::memories);
    guarded("the index", this::index);
    guarded(
        "the full-text index",
        () -> new VerifyingPostings(sql, seals, new SecureRandom()).problems().forEach(this::note));
    guarded("the executions", this::executions);
    return new StoreVerification(rows, plain, damage);
  }

  /** What cannot be read at all is damage too, and must not hide the rest. */
  private void guarded(String what, Runnable work) {
    try {
      work.run();
    } catch (AthenaException e) {
      note(what + ": " + e.getMessage());
    } catch (RuntimeException e) {
      note(what + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private void note(String line) {
    if (damage.size() < StoreVerification.DAMAGE_MAX) {
      damage.add(line);
    }
  }

  private void file() {
    sql.list("pragma integrity_check", row -> row.getString(1)).stream()
        .filter(line -> !line.equals("ok"))
        .forEach(this::note);
    sql.list("pragma foreign_key_check", row -> row.getString(1))
        .forEach(table -> note("a row of %s belongs to none".formatted(table)));
  }

  private void store() {
    StoreRows store = new StoreRows(sql, seals);
    each("setting", "select name from setting", row -> store.setting(row.getString(1)));
    each("model", "select name from embedding_model", row -> store.centre(row.getString(1)));
  }

  private void changes() {
    each(
        "change",
        "select n, seq, proof from change order by n",
        row -> {
          long there = row.getLong(3);
          if (!row.wasNull() && !Long.valueOf(there).equals(proof(row.getLong(2)))) {
            note("change %d was changed".formatted(row.getLong(1)));
          }
        });
    long gaps = sql.number("select coalesce(max(n) - min(n) + 1, 0) - count(*) from change");
    if (gaps != 0) {
      note("changes are missing");
    }
  }

  private @Nullable Long proof(long seq) {
    return ChangeLog.proof(seals, seq);
  }

  private void memories() {
    each(
        "memory",
        "select id, tenant, project, epoch, revision, seq from memory",
        row -> {
          Namespace namespace = new Namespace(row.getString(2), row.getString(3));
          MemoryId id = new MemoryId(row.getString(1));
          count(row.getLong(4));
          MemoryTable<?> table = table(id);
          if (table.find(namespace, id).isEmpty()) {
            note("memory %s is not of its kind".formatted(id.value()));
          }
          int revisions = table.revisions(namespace, id).size();
          if (revisions != row.getInt(5) - 1) {
            note("memory %s has %d earlier revisions".formatted(id.value(), revisions));
          }
          new SqliteUsageStore(sql, seals).find(namespace, id);
        });
    each(
        "revision",
        """
        select r.seq from revision r join memory m using (seq)
        where m.tenant <> r.tenant or m.project <> r.project
        """,
        row -> note("a revision of row %d is elsewhere".formatted(row.getLong(1))));
  }

  private void index() {
    each(
        "search row",
        "select tenant, project, " + SearchRow.COLUMNS + " from search_row",
        row -> {
          Namespace namespace = new Namespace(row.getString(1), row.getString(2));
          SearchRow read = SearchRow.read(row, 3, namespace, seals);
          count(row.getLong(13));
          boolean vectorThere =
              sql.number("select exists (select 1 from vector where seq = ?)", read.seq()) == 1;
          if (read.planes() != null && !vectorThere) {
            note("row %d has no vector".formatted(read.seq()));
          }
        });
    each(
        "vector",
        """
        select v.seq, v.tenant, v.project, t.id, v.data, v.epoch
        from vector v left join term_vector t using (seq)
        """,
        row -> {
          seals.bytes(parts(row).vector(), row.getLong(6), row.getBytes(5));
          count(row.getLong(6));
        });
    each(
        "memory and its row",
        """
        select m.id from memory m left join term_vector t using (seq) left join search_row r using (seq)
        where t.id is not m.id or t.tenant is not m.tenant or t.project is not m.project
          or r.tenant is not m.tenant or r.project is not m.project
        """,
        row -> note("memory %s is not in the index as it should".formatted(row.getString(1))));
  }

  private void executions() {
    SqliteExecutionStore store = new SqliteExecutionStore(sql, seals);
    each(
        "execution",
        "select id, tenant, project, epoch, (select count(*) from violation where execution = seq)"
            + " from execution",
        row -> {
          Namespace namespace = new Namespace(row.getString(2), row.getString(3));
          ExecutionId id = new ExecutionId(row.getString(1));
          count(row.getLong(4));
          store.find(namespace, id);
          if (store.violations(namespace, id).size() != row.getInt(5)) {
            note("violations of %s are elsewhere".formatted(id.value()));
          }
        });
  }

  private void count(long epoch) {
    rows++;
    if (epoch == Seals.PLAIN) {
      plain++;
    }
  }

  /** Looks at each row, also after one that is broken. */
  private void each(String what, String query, Look look) {
    sql.each(
        query,
        row -> {
          try {
            look.at(row);
          } catch (AthenaException e) {
            note("%s %s: %s".formatted(what, row.getString(1), e.getMessage()));
          } catch (RuntimeException e) {
            note("%s %s cannot be read".formatted(what, row.getString(1)));
          }
        });
  }

  private static MemoryParts parts(ResultSet row) throws SQLException {
    return new MemoryParts(
        new Namespace(row.getString(2), row.getString(3)),
        row.getLong(1),
        new MemoryId(row.getString(4)));
  }

  private MemoryTable<?> table(MemoryId id) {
    return switch (id.kind()) {
      case EPISODIC -> new SqliteEpisodeStore(sql, seals);
      case SEMANTIC -> new SqliteFactStore(sql, seals);
      case PROCEDURAL -> new SqliteProcedureStore(sql, seals);
    };
  }
}
