package dev.athena.app.keys;

import dev.athena.app.config.KeySettings;
import dev.athena.crypto.Keychain;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.MasterKey;
import dev.athena.crypto.MasterKeySource;
import dev.athena.crypto.MasterMark;
import dev.athena.crypto.RawMasterKey;
import dev.athena.json.Json;

/** Opens the keys of a home, and moves them from one master key to another. */
public final class Keys {
  private Keys() {}

  /** Returns the keys of a home. Nothing is read or made before a key is asked for. */
  public static Keychain open(KeyOptions options) {
    return open(options, () -> {});
  }

  /**
   * The same.
   *
   * @param beforeFirst runs before the first keys are made; if it throws, none are
   */
  public static Keychain open(KeyOptions options, Runnable beforeFirst) {
    MasterKeys usual = new MasterKeys(options, true);
    return open(
        options,
        mark -> {
          if (mark.isEmpty()) {
            beforeFirst.run();
          }
          return usual.find(mark);
        });
  }

  /** The same for whoever puts in order what the settings and the keychain disagree about. */
  public static Keychain openAsKept(KeyOptions options) {
    return open(options, new MasterKeys(options, false));
  }

  private static Keychain open(KeyOptions options, MasterKeySource source) {
    return new Keychain(onDisk(options), source, options.clock());
  }

  private static KeychainOnDisk onDisk(KeyOptions options) {
    return new KeychainOnDisk(options.keychain(), options.clock());
  }

  /**
   * Wraps all keys with the master key that the settings have for {@code kind}, and makes it the
   * one in use. Of a file, that is a new key.
   *
   * <p>An interruption leaves the keys wrapped with the old master key or with the new one, and
   * either is found.
   */
  public static MasterKey move(KeyOptions options, MasterKind kind) {
    return new MoveLock(options.folder()).alone(() -> moveAlone(options, kind));
  }

  private static MasterKey moveAlone(KeyOptions options, MasterKind kind) {
    Keychain keychain = openAsKept(options);
    MasterKey before = keychain.master();
    MasterKey target =
        switch (kind) {
          case FILE -> nextFile(options, before);
          case ENV -> EnvironmentKey.next(options);
          case KEYSTORE -> KeystoreKey.find(options);
          case PASSPHRASE -> PassphraseKey.next(options);
          case VAULT -> VaultKey.of(options);
        };
    boolean same = target.checkValue().equals(before.checkValue());
    if (same && kind.word().equals(before.kind()) && kind != MasterKind.VAULT) {
      throw new KeysUnavailable(
          "the keys are wrapped with that master key already", "choose another one", null);
    }
    keychain.rewrap(target);
    if (kind == MasterKind.FILE) {
      MasterKeys.file(options).settle(MasterMark.of(target));
    }
    options.config().set(KeySettings.MASTER, Json.of(kind.word()));
    return target;
  }

  private static MasterKey nextFile(KeyOptions options, MasterKey before) {
    MasterKeyFile file = MasterKeys.file(options);
    refuseOther(file, before);
    return file.createNext();
  }

  /** A key that is not in use may be that of a backup. */
  private static void refuseOther(MasterKeyFile file, MasterKey inUse) {
    if (file.read().filter(there -> !there.checkValue().equals(inUse.checkValue())).isPresent()) {
      throw new KeysUnavailable(
          "%s holds another master key".formatted(file.path()),
          "move that file away, or set keys.file to another one",
          null);
    }
  }

  /**
   * Writes the master key, made of its shares, into its file, and makes that the one in use.
   *
   * @throws KeysUnavailable if the keys are wrapped with another one, or the file holds another one
   */
  public static MasterKey recover(KeyOptions options, RawMasterKey key) {
    return new MoveLock(options.folder()).alone(() -> recoverAlone(options, key));
  }

  private static MasterKey recoverAlone(KeyOptions options, RawMasterKey key) {
    MasterKeyFile file = MasterKeys.file(options);
    RawMasterKey filed = key.as(MasterKind.FILE.word(), file.path().toString());
    Keychain keychain = new Keychain(onDisk(options), _ -> filed, options.clock());
    if (!keychain.exists()) {
      throw new KeysUnavailable(
          "there is no keychain for this master key",
          "put a backup of keychain.json to %s first".formatted(options.keychain()),
          null);
    }
    keychain.verify();
    refuseOther(file, key);
    file.write(filed);
    keychain.rewrap(filed);
    options.config().set(KeySettings.MASTER, Json.of(MasterKind.FILE.word()));
    return filed;
  }
}
