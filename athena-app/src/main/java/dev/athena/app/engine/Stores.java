package dev.athena.app.engine;

import dev.athena.app.keys.KeyOptions;
import dev.athena.app.keys.Keys;
import dev.athena.app.keys.SealedStores;
import dev.athena.audit.AuditOutcome;
import dev.athena.crypto.Keychain;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.SealedValues;
import dev.athena.error.AthenaException;
import dev.athena.json.JsonObject;
import dev.athena.privacy.ExportedFiles;
import dev.athena.privacy.Privacy;
import dev.athena.sandbox.SealedSessions;
import dev.athena.storage.IdSource;
import dev.athena.storage.TimeOrderedIds;
import dev.athena.store.sqlite.SqliteStorage;
import dev.athena.store.sqlite.StoreVerification;
import dev.athena.store.sqlite.VaultStorage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is kept in files, and the keys it is sealed with.
 *
 * @param memories what is remembered, and what was run
 * @param vault what stands behind pseudonyms, and the audit
 * @param sessions what programs left for later ones
 */
record Stores(
    OpeningStorage memories, OpeningStorage vault, SealedSessions sessions, Keychain keyring)
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
        sessions(options, keychain),
        keychain);
  }

  private static SealedSessions sessions(EngineOptions options, Keychain keychain) {
    return new SealedSessions(
        SandboxOptions.sessions(options.home()),
        keychain,
        tenant ->
            keychain.histories().stream()
                .anyMatch(key -> key.tenant().equals(tenant) && key.purpose() == Purpose.CONTENT));
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
  static SealedStores sealed(EngineOptions options, Keychain keychain) {
    Path folder = options.storeFolder();
    if (!SqliteStorage.isThere(folder)) {
      return SealedStores.NONE;
    }
    SqliteStorage memories = SqliteStorage.open(folder, keychain);
    VaultStorage vault = VaultStorage.open(folder, keychain);
    SealedSessions sessions = sessions(options, keychain);
    return new SealedStores() {
      @Override
      public List<SealedValues> all() {
        return List.of(memories, vault, sessions);
      }

      @Override
      public Checked check() {
        Checked stored = checked(memories, vault);
        List<String> broken = new ArrayList<>(stored.broken());
        if (broken.isEmpty()) { // else it could not be told from what is
          broken.addAll(faults(options, vault, keychain));
        }
        return new Checked(stored.opened() + sessions.verify(broken::add), broken);
      }

      @Override
      public void note(String event, AuditOutcome outcome, JsonObject details) {
        KeyNotes.write(
            vault, keychain, new KeyNotes.Note(options.clock(), event, outcome, details));
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
      broken.addAll(vault.damage());
    } catch (AthenaException e) {
      broken.add("the vault: " + e.problem());
    } catch (RuntimeException e) {
      broken.add("the vault cannot be read: " + e.getClass().getSimpleName());
    }
    return new SealedStores.Checked(opened, verified.plain(), broken);
  }

  /** Returns what the vault says that it was not told. */
  private static List<String> faults(EngineOptions options, VaultStorage vault, Keychain keychain) {
    IdSource ids = new TimeOrderedIds(options.clock(), options.chance());
    Privacy privacy =
        new Privacy(
            new Privacy.World(
                vault,
                keychain,
                Detectors.patient(options.clock()),
                ids,
                options.clock(),
                ExportedFiles.NONE));
    List<String> faults = new ArrayList<>(privacy.verifyAudit().faults());
    keychain.histories().stream()
        .filter(key -> key.purpose() == Purpose.PSEUDONYM)
        .forEach(key -> faults.addAll(privacy.faults(key.tenant())));
    return faults;
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
