package dev.athena.store.sqlite;

import dev.athena.audit.AuditLog;
import dev.athena.crypto.Keyring;
import dev.athena.crypto.SealedValues;
import dev.athena.privacy.RevealPermissions;
import dev.athena.privacy.SettingStore;
import dev.athena.privacy.Vault;
import dev.athena.storage.Storage;
import dev.athena.storage.StorageFailure;
import dev.athena.storage.Store;
import dev.athena.storage.Transaction;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The vault and the audit, in a file of their own, so that whoever has the memories does not have
 * them.
 */
public final class VaultStorage implements Storage, SealedValues {
  private final Storage storage;

  private VaultStorage(Storage storage) {
    this.storage = storage;
  }

  /**
   * Opens the vault in {@code folder}, which is created if missing.
   *
   * @throws StorageFailure if the folder or the file cannot be used
   */
  public static VaultStorage open(Path folder, Keyring keyring) {
    return new VaultStorage(
        SqliteStorage.open(
            folder, Layout.VAULT, (sql, _) -> new Stores(sql, keyring), UnaryOperator.identity()));
  }

  @Override
  public <T> T write(Function<Transaction, T> work) {
    return storage.write(work);
  }

  @Override
  public <T> T note(Function<Transaction, T> work) {
    return storage.note(work);
  }

  @Override
  public <T> T read(Function<Transaction, T> work) {
    return storage.read(work);
  }

  @Override
  public int sealAnew(int limit) {
    return storage.write(tx -> tx.store(VaultSeals.class).sealAnew(limit));
  }

  /** Returns how many values are sealed here, having opened each. */
  public long open() {
    return storage.read(tx -> tx.store(VaultSeals.class).open());
  }

  @Override
  public void close() {
    storage.close();
  }

  private static final class Stores implements Transaction {
    private final Map<Class<?>, Supplier<Store>> stores;

    Stores(Sql sql, Keyring keyring) {
      this.stores =
          Map.of(
              Vault.class, () -> new SqliteVault(sql),
              RevealPermissions.class, () -> new SqliteRevealPermissions(sql),
              SettingStore.class, () -> new SqliteSettingStore(sql, keyring),
              VaultSeals.class, () -> new VaultSeals(sql, keyring),
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
