package dev.athena.store.sqlite;

import dev.athena.storage.Storage;
import dev.athena.storage.StorageFailure;
import dev.athena.storage.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one SQLite file keeps.
 *
 * <p>Any number of processes may have the same file open. A write is on the disk when it returns.
 */
public final class SqliteStorage implements Storage {
  /** The most reads at a time; more wait for their turn. */
  private static final int READERS_MAX = 4;

  private final Database database;
  private final Stores stores;
  private final WriteTurn turn;
  private final Semaphore readTurns = new Semaphore(READERS_MAX, true);
  private final BlockingQueue<Sql> idleReaders = new ArrayBlockingQueue<>(READERS_MAX);
  private @Nullable Sql writer;
  private volatile boolean closed;

  /** Hands out the stores of a transaction. */
  @FunctionalInterface
  interface Stores {
    Transaction of(Sql sql, boolean writes);
  }

  private SqliteStorage(Database database, WriteTurn turn, Stores stores) {
    this.database = database;
    this.turn = turn;
    this.stores = stores;
  }

  /**
   * Opens the memories in {@code folder}, which is created if missing.
   *
   * @throws StorageFailure if the folder or the file cannot be used
   */
  public static SqliteStorage open(Path folder) {
    return open(folder, UnaryOperator.identity());
  }

  /** Opens the memories in {@code folder} with connections as {@code opened} hands them on. */
  static SqliteStorage open(Path folder, UnaryOperator<Connection> opened) {
    Memos memos = new Memos();
    return open(
        folder,
        Layout.MEMORIES,
        (sql, writes) -> new SqliteTransaction(sql, memos, writes),
        opened);
  }

  /** Opens one of the databases in {@code folder}. */
  static SqliteStorage open(
      Path folder, Layout layout, Stores stores, UnaryOperator<Connection> opened) {
    OtherFile.refuseForFolder(folder);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StorageFailure(
          "the folder of the store cannot be created",
          "check that ATHENA_HOME is a folder you may write to",
          e);
    }
    Database database = new Database(folder, layout, opened);
    SqliteStorage storage =
        new SqliteStorage(database, new WriteTurn(folder.resolve(layout.lockName())), stores);
    try {
      storage.migrate();
      return storage;
    } catch (RuntimeException | Error e) {
      storage.close();
      throw e;
    }
  }

  @Override
  public <T> T write(Function<Transaction, T> work) {
    return turn.take(() -> {
      Sql sql = writer();
      try {
        return inTransaction(sql, "begin immediate", true, work);
      } finally {
        if (sql.isBroken()) {
          writer = null;
        }
      }
    });
  }

  @Override
  public <T> T note(Function<Transaction, T> work) {
    return turn.take(() -> {
      Sql sql = writer();
      try {
        sql.execute("pragma synchronous = normal");
        return inTransaction(sql, "begin immediate", true, work);
      } finally {
        beDurableAgain(sql);
      }
    });
  }

  /** A connection that cannot be made to wait for the disk again is used for nothing more. */
  private void beDurableAgain(Sql sql) {
    try {
      if (!sql.isBroken()) {
        sql.execute("pragma synchronous = full");
      }
    } catch (StorageFailure e) {
      writer = null;
      sql.closeAfter(e);
      throw e;
    }
    if (sql.isBroken()) {
      writer = null;
    }
  }

  @Override
  public <T> T read(Function<Transaction, T> work) {
    readTurns.acquireUninterruptibly();
    try {
      Sql reader = reader();
      try {
        return inTransaction(reader, "begin", false, work);
      } finally {
        giveBack(reader);
      }
    } finally {
      readTurns.release();
    }
  }

  @Override
  public void close() {
    readTurns.acquireUninterruptibly(READERS_MAX);
    try {
      if (closed) {
        return;
      }
      turn.take(() -> {
        closed = true;
        idleReaders.forEach(Sql::close);
        idleReaders.clear();
        if (writer != null) {
          writer.close();
        }
        return true;
      });
      turn.close();
    } finally {
      readTurns.release(READERS_MAX);
    }
  }

  private void migrate() {
    turn.take(() -> {
      if (!Migrations.isCurrent(writer(), database.layout())) {
        Migrations.run(database);
      }
      return true;
    });
  }

  private <T> T inTransaction(
      Sql sql, String begin, boolean writes, Function<Transaction, T> work) {
    try {
      sql.begin(begin);
      T answer = work.apply(stores.of(sql, writes));
      sql.commit();
      return answer;
    } catch (RuntimeException | Error e) {
      sql.rollback(e);
      throw e;
    }
  }

  private Sql writer() {
    checkOpen();
    if (writer == null) {
      writer = database.openWriter();
    }
    return writer;
  }

  private Sql reader() {
    checkOpen();
    Sql idle = idleReaders.poll();
    return idle == null ? database.openReader() : idle;
  }

  private void giveBack(Sql reader) {
    if (!reader.isBroken() && !idleReaders.offer(reader)) {
      reader.close();
    }
  }

  private void checkOpen() {
    if (closed) {
      throw closedFailure();
    }
  }

  static StorageFailure closedFailure() {
    return new StorageFailure("the store is closed", "start Athena again", null);
  }
}
