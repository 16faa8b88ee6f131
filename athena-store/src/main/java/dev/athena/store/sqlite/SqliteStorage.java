package dev.athena.store.sqlite;

import dev.athena.crypto.Keyring;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.SealBroken;
import dev.athena.crypto.SealedValues;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Memories in one SQLite file.
 *
 * <p>Any number of processes may have the same file open. A write is on the disk when it returns.
 *
 * <p>Opened with keys, all that memories and records of executions say is sealed before it is
 * written. What was written before that is sealed by {@link #sealAnew}, step by step, while the
 * store is used; a store once opened with keys is opened with them ever after.
 */
public final class SqliteStorage implements Storage, SealedValues {
  /** The most reads at a time; more wait for their turn. */
  private static final int READERS_MAX = 4;

  private static final String COUNT_ROWS =
      """
      select exists (select 1 from memory) + exists (select 1 from execution)
        + exists (select 1 from embedding_model)
      """;

  private final Database database;
  private final WriteTurn turn;
  private final Semaphore readTurns = new Semaphore(READERS_MAX, true);
  private final BlockingQueue<Sql> idleReaders = new ArrayBlockingQueue<>(READERS_MAX);
  private final Memos memos = new Memos();
  private final SealState state;
  private @Nullable Sql writer;
  private volatile boolean closed;

  private SqliteStorage(Database database, WriteTurn turn, SealState state) {
    this.database = database;
    this.turn = turn;
    this.state = state;
  }

  /**
   * Opens the plain store in {@code folder}, which is created if missing.
   *
   * @throws StorageFailure if the folder or the file cannot be used, or the store is sealed
   */
  public static SqliteStorage open(Path folder) {
    return open(folder, null, UnaryOperator.identity());
  }

  /**
   * Opens the sealed store in {@code folder}, which is created if missing. A plain store becomes a
   * sealed one; {@link #sealAnew} seals what is in it.
   *
   * @throws StorageFailure if the folder or the file cannot be used
   */
  public static SqliteStorage open(Path folder, Keyring keyring) {
    return open(folder, keyring, UnaryOperator.identity());
  }

  /** Opens the store in {@code folder} with connections as {@code opened} hands them on. */
  static SqliteStorage open(
      Path folder, @Nullable Keyring keyring, UnaryOperator<Connection> opened) {
    OtherFile.refuseForFolder(folder);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StorageFailure(
          "the folder of the store cannot be created",
          "check that ATHENA_HOME is a folder you may write to",
          e);
    }
    Database database = new Database(folder.resolve(Database.FILE_NAME), opened);
    SqliteStorage storage =
        new SqliteStorage(
            database, new WriteTurn(folder.resolve("write.lock")), new SealState(keyring));
    try {
      storage.migrate();
      storage.beginSealing();
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

  /**
   * {@inheritDoc}
   *
   * <p>Keys may be destroyed between the beginning of a read and its first use of them; then it is
   * begun anew.
   */
  @Override
  public <T> T read(Function<Transaction, T> work) {
    try {
      return readOnce(work);
    } catch (SealBroken | KeysUnavailable e) {
      if (state.keyring() == null) {
        throw e;
      }
      return readOnce(work);
    }
  }

  private <T> T readOnce(Function<Transaction, T> work) {
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
  public int sealAnew(int limit) {
    if (state.keyring() == null) {
      return 0;
    }
    return turn.take(() -> {
      AtomicBoolean ended = new AtomicBoolean();
      int done =
          inWrite((sql, seals) -> {
            SealingAnew sealing = new SealingAnew(sql, seals);
            int rows = sealing.step(limit);
            ended.set(sealing.hasEnded());
            return rows;
          });
      if (done == 0) {
        endSealing(ended.get());
      }
      return done;
    });
  }

  @Override
  public boolean purge() {
    return turn.take(() -> isLogEmptied(writer()));
  }

  /** Looks at every value of the store; may take long, and hinders nobody. */
  public StoreVerification verify() {
    try (Sql sql = database.openReader()) {
      sql.begin("begin");
      try {
        return new Verifying(sql, new Seals(sql, state)).all();
      } finally {
        sql.execute("rollback");
      }
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
      if (!Migrations.isCurrent(writer())) {
        Migrations.run(database);
      }
      return true;
    });
  }

  /** Notes that the store is to be sealed from now on, or refuses it without keys. */
  private void beginSealing() {
    turn.take(() -> {
      state.refuseWithoutKeys(writer());
      if (state.keyring() != null && SealState.setting(writer()).isEmpty()) {
        inWrite((sql, seals) -> {
          boolean empty = sql.number(COUNT_ROWS) == 0;
          new StoreRows(sql, seals).put(SealState.SETTING, SealState.PARTLY);
          new SealingAnew(sql, seals).step(0);
          if (empty) {
            new StoreRows(sql, seals).put(SealState.SETTING, SealState.ALL);
          }
          return true;
        });
      }
      return true;
    });
  }

  /**
   * Once all is sealed, what was there before is taken out of the free parts of the file too, and
   * out of the log.
   *
   * @param ended whether the last rows of earlier keys are gone
   */
  private void endSealing(boolean ended) {
    Sql sql = writer();
    boolean isFirst = state.mayBePlain(sql);
    if (isFirst) {
      sql.execute("vacuum");
      inWrite((writing, seals) -> {
        new StoreRows(writing, seals).put(SealState.SETTING, SealState.ALL);
        return true;
      });
    }
    if (isFirst || ended) {
      isLogEmptied(sql);
    }
  }

  /** The log holds old states of pages; others may still read some of them. */
  private static boolean isLogEmptied(Sql sql) {
    return sql.number("pragma wal_checkpoint(truncate)") == 0;
  }

  private <T> T inWrite(BiFunction<Sql, Seals, T> work) {
    Sql sql = writer();
    try {
      return transacted(sql, "begin immediate", () -> work.apply(sql, new Seals(sql, state)));
    } finally {
      if (sql.isBroken()) {
        writer = null;
      }
    }
  }

  private <T> T inTransaction(
      Sql sql, String begin, boolean writes, Function<Transaction, T> work) {
    return transacted(
        sql,
        begin,
        () -> {
          if (writes) {
            state.refuseWithoutKeys(sql);
          }
          return work.apply(new SqliteTransaction(sql, new Seals(sql, state), memos, writes));
        });
  }

  private static <T> T transacted(Sql sql, String begin, Supplier<T> work) {
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
