package dev.athena.store.sqlite;

import dev.athena.storage.StorageFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite file, whatever is in it.
 *
 * <p>Any number of threads and processes may have the same file open. A write is on the disk when
 * it returns.
 */
final class SqliteFile implements AutoCloseable {
  /** The most reads at a time; more wait for their turn. */
  private static final int READERS_MAX = 4;

  private final Database database;
  private final WriteTurn turn;
  private final Semaphore readTurns = new Semaphore(READERS_MAX, true);
  private final BlockingQueue<Sql> idleReaders = new ArrayBlockingQueue<>(READERS_MAX);
  private @Nullable Sql writer;
  private volatile boolean closed;

  private SqliteFile(Database database, WriteTurn turn) {
    this.database = database;
    this.turn = turn;
  }

  /**
   * Opens a file in {@code folder}; both are created if missing.
   *
   * @param opened is given each connection and returns the one that is used in its place
   * @throws StorageFailure if the folder or the file cannot be used
   */
  static SqliteFile open(Path folder, Layout layout, UnaryOperator<Connection> opened) {
    OtherFile.refuseForFolder(folder);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StorageFailure(
          "the folder of the store cannot be created",
          "check that ATHENA_HOME is a folder you may write to",
          e);
    }
    SqliteFile file =
        new SqliteFile(
            new Database(folder, layout, opened), new WriteTurn(folder.resolve(layout.lockName())));
    try {
      file.migrate();
      return file;
    } catch (RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  /** Runs {@code work} as one write transaction. */
  <T> T write(Function<Sql, T> work) {
    return alone(sql -> transacted(sql, "begin immediate", () -> work.apply(sql)));
  }

  /** The same without waiting for the disk. */
  <T> T note(Function<Sql, T> work) {
    return alone(false, sql -> transacted(sql, "begin immediate", () -> work.apply(sql)));
  }

  /** Runs {@code work} while nobody else writes; it may begin transactions itself. */
  <T> T alone(Function<Sql, T> work) {
    return alone(true, work);
  }

  private <T> T alone(boolean durable, Function<Sql, T> work) {
    return turn.take(() -> {
      Sql sql = writer();
      try {
        sql.setDurable(durable);
        return work.apply(sql);
      } finally {
        if (sql.isBroken()) {
          writer = null;
        }
      }
    });
  }

  /** Runs {@code work} on one consistent state. */
  <T> T read(Function<Sql, T> work) {
    readTurns.acquireUninterruptibly();
    try {
      Sql reader = reader();
      try {
        return transacted(reader, "begin", () -> work.apply(reader));
      } finally {
        giveBack(reader);
      }
    } finally {
      readTurns.release();
    }
  }

  /** Runs {@code work}, which may take long, on one consistent state, in nobody's way. */
  <T> T readApart(Function<Sql, T> work) {
    try (Sql sql = database.openReader()) {
      sql.begin("begin");
      try {
        return work.apply(sql);
      } finally {
        sql.execute("rollback");
      }
    }
  }

  /** Runs {@code work} in one transaction. */
  static <T> T transacted(Sql sql, String begin, Supplier<T> work) {
    try {
      sql.begin(begin);
      T answer = work.get();
      sql.commit();
      return answer;
    } catch (RuntimeException | Error e) {
      sql.rollback(e);
      throw e;
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
