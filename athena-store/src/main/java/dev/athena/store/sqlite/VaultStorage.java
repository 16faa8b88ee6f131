package dev.athena.store.sqlite;

import dev.athena.audit.AuditLog;
import dev.athena.crypto.Keyring;
import dev.athena.privacy.RevealPermissions;
import dev.athena.privacy.SettingStore;
import dev.athena.privacy.Vault;
import dev.athena.storage.Storage;
import dev.athena.storage.StorageFailure;
import dev.athena.storage.Store;
import dev.athena.storage.Transaction;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The vault and the audit, in a file of their own, so that whoever has the memories does not have
 * them.
 */
public final class VaultStorage {
  private VaultStorage() {}

  /**
   * Opens the vault in {@code folder}, which is created if missing.
   *
   * @throws StorageFailure if the folder or the file cannot be used
   */
  public static Storage open(Path folder, Keyring keyring) {
    return SqliteStorage.open(
        folder, Layout.VAULT, (sql, _) -> new Stores(sql, keyring), UnaryOperator.identity());
  }

  private static final class Stores implements Transaction {
    private final Map<Class<?>, Supplier<Store>> stores;

    Stores(Sql sql, Keyring keyring) {
      this.stores =
          Map.of(
              Vault.class, () -> new SqliteVault(sql),
              RevealPermissions.class, () -> new SqliteRevealPermissions(sql),
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
