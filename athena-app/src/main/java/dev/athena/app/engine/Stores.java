package dev.athena.app.engine;

import dev.athena.app.keys.KeyOptions;
import dev.athena.app.keys.Keys;
import dev.athena.app.keys.SealedStores;
import dev.athena.audit.AuditOutcome;
import dev.athena.crypto.Keychain;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.SealBroken;
import dev.athena.crypto.SealedValues;
import dev.athena.json.JsonObject;
import dev.athena.store.sqlite.SqliteStorage;
import dev.athena.store.sqlite.StoreVerification;
import dev.athena.store.sqlite.VaultStorage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept in files, and the keys it is sealed with.
 *
 * @param memories what is remembered, and what was run
 * @param vault what stands behind pseudonyms, and the audit
 */
record Stores(OpeningStorage memories, OpeningStorage vault, Keychain keyring)
    implements AutoCloseable {

  /** Returns the stores of a home; each is opened when it is needed. */
  static Stores of(EngineOptions options) {
    Path folder = options.storeFolder();
    KeyOptions keys = options.protection().keys();
    Keychain keychain = Keys.open(keys, () -> refuseOtherKeys(keys, folder));
    return new Stores(
        new OpeningStorage(() -> {
          if (!options.protection().isSealed()) {
            return SqliteStorage.open(folder);
          }
          if (!keychain.exists()) {
            refuseOtherKeys(keys, folder);
          }
          return SqliteStorage.open(folder, keychain);
        }),
        new OpeningStorage(() -> VaultStorage.open(folder, keychain)),
        keychain);
  }

  /** Nobody is to get new keys for what was sealed with others. */
  private static void refuseOtherKeys(KeyOptions keys, Path folder) {
    if (SqliteStorage.isSealed(folder)) {
      throw new KeysUnavailable(
          "the store is sealed, and the keychain it was sealed with is missing",
          "put a backup of keychain.json to %s; nothing was changed".formatted(keys.keychain()),
          null);
    }
  }

  /** Returns all stores of a home, for whoever changes or checks keys; none is made for that. */
  static SealedStores sealed(Path folder, Keychain keychain, InstantSource clock) {
    if (!SqliteStorage.isThere(folder)) {
      return SealedStores.NONE;
    }
    SqliteStorage memories = SqliteStorage.open(folder, keychain);
    VaultStorage vault = VaultStorage.open(folder, keychain);
    return new SealedStores() {
      @Override
      public List<SealedValues> all() {
        return List.of(memories, vault);
      }

      @Override
      public Checked check() {
        return checked(memories, vault);
      }

      @Override
      public void note(String event, AuditOutcome outcome, JsonObject details) {
        KeyNotes.write(vault, keychain, new KeyNotes.Note(clock, event, outcome, details));
      }

      @Override
      public void close() {
        try {
          memories.close();
        } finally {
          vault.close();
        }
      }
    };
  }

  private static SealedStores.Checked checked(SqliteStorage memories, VaultStorage vault) {
    StoreVerification verified = memories.verify();
    List<String> broken = new ArrayList<>(verified.damage());
    long opened = verified.rows() - verified.plain();
    try {
      opened += vault.open();
    } catch (SealBroken e) {
      broken.add(e.problem());
    }
    return new SealedStores.Checked(opened, verified.plain(), broken);
  }

  @Override
  public void close() {
    try {
      memories.close();
    } finally {
      vault.close();
    }
  }
}
