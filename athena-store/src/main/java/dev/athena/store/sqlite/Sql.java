package dev.athena.store.sqlite;

import dev.athena.storage.StorageFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** One connection with its prepared statements; belongs to one thread at a time. */
final class Sql implements AutoCloseable {
  /** Reads one row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Looks at one row. */
  @FunctionalInterface
  interface RowVisitor {
    void visit(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final ConnectionKeys keys = new ConnectionKeys();
  private final String file;
  private boolean durable = true;
  private boolean doomed;
  private boolean broken;

  /**
   * Takes over a connection.
   *
   * @param file what its file is called in messages
   */
  Sql(Connection connection, String file) {
    this.connection = connection;
    this.file = file;
  }

  /** Returns the keys that were used on this connection. */
  ConnectionKeys keys() {
    return keys;
  }

  /**
   * Settles whether the transactions to come wait for the disk when they end, as those of a new
   * connection do.
   */
  void setDurable(boolean wanted) {
    if (durable != wanted) {
      execute("pragma synchronous = " + (wanted ? "full" : "normal"));
      durable = wanted;
    }
  }

  /** Begins a transaction. */
  void begin(String how) {
    doomed = false;
    update(how);
  }

  /**
   * Ends a transaction so that what it wrote lasts.
   *
   * @throws StorageFailure if one of its statements had failed, even if that was caught
   */
  void commit() {
    if (doomed) {
      throw new StorageFailure(
          "a step of the write had failed, so nothing of it was kept", "repeat all of it", null);
    }
    update("commit");
  }

  /**
   * Ends a transaction that failed, without a trace of it.
   *
   * <p>If that fails too, as when SQLite has ended the transaction itself, this connection is
   * closed and of no more use.
   *
   * @param failure is told what goes wrong here
   */
  void rollback(Throwable failure) {
    try {
      execute("rollback");
    } catch (StorageFailure inRollback) {
      failure.addSuppressed(inRollback);
      broken = true;
      closeAfter(failure);
    }
  }

  /** Returns whether this connection is of no more use. */
  boolean isBroken() {
    return broken;
  }

  /** Dooms the transaction; returns the exception that says why. */
  IllegalStateException refusal(String problem) {
    doomed = true;
    return new IllegalStateException(problem);
  }

  /** Closes this connection because of a failure, which is told what goes wrong here. */
  void closeAfter(Throwable failure) {
    try {
      close();
    } catch (StorageFailure inClose) {
      failure.addSuppressed(inClose);
    }
  }

  /** Runs a statement without parameters and without result, not prepared. */
  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failure(sql, e);
    }
  }

  /** Runs a statement without result and returns how many rows it touched. */
  int update(String sql, @Nullable Object... arguments) {
    try {
      return bound(sql, arguments).executeUpdate();
    } catch (SQLException e) {
      throw failure(sql, e);
    }
  }

  /** Returns all rows. */
  <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    List<T> rows = new ArrayList<>();
    each(sql, row -> rows.add(reader.read(row)), arguments);
    return rows;
  }

  /** Returns the first row. */
  <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    try (ResultSet rows = bound(sql, arguments).executeQuery()) {
      return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
    } catch (SQLException e) {
      throw failure(sql, e);
    }
  }

  /** Returns {@code (?, ?, …)} for so many values. */
  static String marks(int count) {
    return "(" + String.join(", ", Collections.nCopies(count, "?")) + ")";
  }

  /** Returns the number in the first column of the first row. */
  long number(String sql, @Nullable Object... arguments) {
    return first(sql, row -> row.getLong(1), arguments)
        .orElseThrow(() -> new IllegalStateException("no row: " + sql));
  }

  /** Shows each row in turn. */
  void each(String sql, RowVisitor visitor, @Nullable Object... arguments) {
    try (ResultSet rows = bound(sql, arguments).executeQuery()) {
      while (rows.next()) {
        visitor.visit(rows);
      }
    } catch (SQLException e) {
      throw failure(sql, e);
    }
  }

  @Override
  public void close() {
    try {
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      connection.close();
    } catch (SQLException e) {
      throw failure("close", e);
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  /** The driver closes a statement that failed; it is prepared anew when it is needed again. */
  private void forget(String sql, SQLException failure) {
    PreparedStatement failed = prepared.remove(sql);
    if (failed == null) {
      return;
    }
    try {
      failed.close();
    } catch (SQLException inClose) {
      failure.addSuppressed(inClose);
    }
  }

  /** What breaks a constraint of the schema is a fault of the caller, all else of the storage. */
  private RuntimeException failure(String sql, SQLException e) {
    doomed = true;
    forget(sql, e);
    if (e.getErrorCode() == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
      return new IllegalStateException("a rule of the schema would be broken: " + sql, e);
    }
    if (OtherFile.isTold(e)) {
      return OtherFile.noDatabase(file, e);
    }
    return new StorageFailure(
        "the store could not be read or written",
        "see the log; `athena doctor` checks the disk and the file",
        new SQLException(e.getMessage() + " in: " + sql, e.getSQLState(), e.getErrorCode(), e));
  }
}
