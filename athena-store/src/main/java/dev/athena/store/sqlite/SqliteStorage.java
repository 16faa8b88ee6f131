package dev.athena.store.sqlite;

import dev.athena.crypto.Keyring;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.SealBroken;
import dev.athena.crypto.SealedValues;
import dev.athena.storage.Storage;
import dev.athena.storage.StorageFailure;
import dev.athena.storage.Transaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
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
  private static final String COUNT_ROWS =
      """
      select exists (select 1 from memory) + exists (select 1 from execution)
        + exists (select 1 from embedding_model)
      """;

  private final SqliteFile file;
  private final Memos memos = new Memos();
  private final SealState state;

  private SqliteStorage(SqliteFile file, SealState state) {
    this.file = file;
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

  /** Returns whether there is a store in {@code folder}. */
  public static boolean isThere(Path folder) {
    return Files.exists(folder.resolve(Layout.MEMORIES.fileName()));
  }

  /**
   * Returns whether there is a store in {@code folder} that was opened with keys before. It may be
   * in use, also by whoever asks.
   */
  public static boolean isSealed(Path folder) {
    if (!isThere(folder)) {
      return false;
    }
    Database database = new Database(folder, Layout.MEMORIES, UnaryOperator.identity());
    try (Sql sql = database.openReader()) {
      return sql.number("select count(*) from sqlite_schema where name = 'setting'") > 0
          && SealState.setting(sql).isPresent();
    }
  }

  /** Opens the store in {@code folder} with connections as {@code opened} hands them on. */
  static SqliteStorage open(
      Path folder, @Nullable Keyring keyring, UnaryOperator<Connection> opened) {
    SqliteStorage storage =
        new SqliteStorage(SqliteFile.open(folder, Layout.MEMORIES, opened), new SealState(keyring));
    try {
      storage.beginSealing();
      return storage;
    } catch (RuntimeException | Error e) {
      storage.close();
      throw e;
    }
  }

  @Override
  public <T> T write(Function<Transaction, T> work) {
    return file.write(sql -> work.apply(writing(sql)));
  }

  @Override
  public <T> T note(Function<Transaction, T> work) {
    return file.note(sql -> work.apply(writing(sql)));
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
    return file.read(
        sql -> work.apply(new SqliteTransaction(sql, new Seals(sql, state), memos, false)));
  }

  private Transaction writing(Sql sql) {
    state.refuseWithoutKeys(sql);
    return new SqliteTransaction(sql, new Seals(sql, state), memos, true);
  }

  @Override
  public int sealAnew(int limit) {
    if (state.keyring() == null) {
      return 0;
    }
    return file.alone(sql -> {
      AtomicBoolean ended = new AtomicBoolean();
      int done =
          inWrite(
              sql,
              seals -> {
                SealingAnew sealing = new SealingAnew(sql, seals);
                int rows = sealing.step(limit);
                ended.set(sealing.hasEnded());
                return rows;
              });
      if (done == 0) {
        endSealing(sql, ended.get());
      }
      return done;
    });
  }

  @Override
  public boolean purge() {
    return file.alone(SqliteStorage::isLogEmptied);
  }

  /** Looks at every value of the store; may take long, and hinders nobody. */
  public StoreVerification verify() {
    return file.readApart(sql -> new Verifying(sql, new Seals(sql, state)).all());
  }

  @Override
  public void close() {
    file.close();
  }

  /** Notes that the store is to be sealed from now on, or refuses it without keys. */
  private void beginSealing() {
    file.alone(sql -> {
      state.refuseWithoutKeys(sql);
      if (state.keyring() != null && SealState.setting(sql).isEmpty()) {
        inWrite(
            sql,
            seals -> {
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
  private void endSealing(Sql sql, boolean ended) {
    boolean isFirst = state.mayBePlain(sql);
    if (isFirst) {
      sql.execute("vacuum");
      inWrite(
          sql,
          seals -> {
            new StoreRows(sql, seals).put(SealState.SETTING, SealState.ALL);
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

  private <T> T inWrite(Sql sql, Function<Seals, T> work) {
    return SqliteFile.transacted(sql, "begin immediate", () -> work.apply(new Seals(sql, state)));
  }
}
