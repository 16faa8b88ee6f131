package dev.athena.store.sqlite;

import dev.athena.audit.AuditLog;
import dev.athena.crypto.Keyring;
import dev.athena.crypto.SealBroken;
import dev.athena.crypto.SealedValues;
import dev.athena.privacy.RevealPermissions;
import dev.athena.privacy.SettingStore;
import dev.athena.privacy.Vault;
import dev.athena.storage.Storage;
import dev.athena.storage.StorageFailure;
import dev.athena.storage.Store;
import dev.athena.storage.Transaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The vault and the audit, in a file of their own, so that whoever has the memories does not have
 * them.
 */
public final class VaultStorage implements Storage, SealedValues {
  private final SqliteFile file;
  private final Keyring keyring;

  private VaultStorage(SqliteFile file, Keyring keyring) {
    this.file = file;
    this.keyring = keyring;
  }

  /**
   * Opens the vault in {@code folder}, which is created if missing.
   *
   * @throws StorageFailure if the folder or the file cannot be used
   */
  public static VaultStorage open(Path folder, Keyring keyring) {
    return open(folder, keyring, UnaryOperator.identity());
  }

  /** Opens it so that each connection is what {@code opened} makes of it. */
  static VaultStorage open(Path folder, Keyring keyring, UnaryOperator<Connection> opened) {
    return new VaultStorage(SqliteFile.open(folder, Layout.VAULT, opened), keyring);
  }

  @Override
  public <T> T write(Function<Transaction, T> work) {
    return file.write(sql -> work.apply(new Stores(sql, keyring)));
  }

  @Override
  public <T> T note(Function<Transaction, T> work) {
    return file.note(sql -> work.apply(new Stores(sql, keyring)));
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
      return file.read(sql -> work.apply(new Stores(sql, keyring)));
    } catch (SealBroken _) {
      return file.read(sql -> work.apply(new Stores(sql, keyring)));
    }
  }

  @Override
  public boolean purge() {
    return file.alone(sql -> sql.number("pragma wal_checkpoint(truncate)") == 0);
  }

  @Override
  public int sealAnew(int limit) {
    return file.write(sql -> new VaultSeals(sql, keyring).sealAnew(limit));
  }

  /** Returns how many values are sealed here, having opened each. */
  public long open() {
    return file.readApart(sql -> new VaultSeals(sql, keyring).open());
  }

  /** Returns what is wrong with the file, and with what stands in it beside sealed values. */
  public List<String> damage() {
    return file.readApart(sql -> {
      List<String> damage =
          new ArrayList<>(
              sql.list("pragma integrity_check", row -> "the vault: " + row.getString(1)));
      damage.remove("the vault: ok");
      damage.addAll(new VaultSeals(sql, keyring).misnamed());
      return damage;
    });
  }

  @Override
  public void close() {
    file.close();
  }

  private static final class Stores implements Transaction {
    private final Map<Class<?>, Supplier<Store>> stores;

    Stores(Sql sql, Keyring keyring) {
      this.stores =
          Map.of(
              Vault.class, () -> new SqliteVault(sql),
              RevealPermissions.class, () -> new SqliteRevealPermissions(sql, keyring),
              SettingStore.class, () -> new SqliteSettingStore(sql, keyring),
              AuditLog.class, () -> new SqliteAuditLog(sql, keyring));
    }

    @Override
    public <S extends Store> S store(Class<S> type) {
      Supplier<Store> maker = stores.get(type);
      if (maker == null) {
        throw new IllegalArgumentException("the vault keeps no " + type.getSimpleName());
      }
      return type.cast(maker.get());
    }
  }
}
