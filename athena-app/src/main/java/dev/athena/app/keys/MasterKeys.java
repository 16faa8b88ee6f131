package dev.athena.app.keys;

import dev.athena.app.config.KeySettings;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.MasterKey;
import dev.athena.crypto.MasterKeySource;
import dev.athena.crypto.MasterMark;
import dev.athena.crypto.RawMasterKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the master key of a home, as its settings say; where they say nothing, as the keychain
 * says.
 */
final class MasterKeys implements MasterKeySource {
  private static final String README =
      """
      The file master.key opens everything that Athena keeps under this home.

      Who has it and the rest of the home can read all of it; who loses it loses all of it. So:
      - keep a backup elsewhere: `athena keys backup` makes shares of it;
      - do not copy it along with backups of the data;
      - to keep it off this disk, see `athena keys move --help`.

      The file keychain.json holds the keys for each purpose, wrapped with the master key. A backup
      of the data needs a copy of it; without the master key it tells nothing.
      """;

  private static final long README_BYTES_MAX = 64 * 1024;

  private final KeyOptions options;
  private final boolean settled;

  /**
   * Creates it.
   *
   * @param settled whether the settings must agree with the keychain; if not, the keychain is right
   */
  MasterKeys(KeyOptions options, boolean settled) {
    this.options = options;
    this.settled = settled;
  }

  @Override
  public MasterKey find(Optional<MasterMark> mark) {
    Optional<MasterKind> set = options.text(KeySettings.MASTER).map(MasterKind::called);
    if (mark.isEmpty()) {
      return first(set.orElse(MasterKind.FILE));
    }
    MasterKind kept = kindOf(mark.get());
    if (settled && set.isPresent() && set.get() != kept) {
      throw new KeysUnavailable(
          "keys.master is %s, and the keys are wrapped with a master key of the kind %s"
              .formatted(set.get().word(), kept.word()),
          "`athena keys move %s` moves them; `athena config set keys.master %s` leaves them there"
              .formatted(set.get().word(), kept.word()),
          null);
    }
    return again(kept, mark.get());
  }

  private MasterKey first(MasterKind kind) {
    return switch (kind) {
      case FILE -> firstFile();
      case ENV -> EnvironmentKey.present(options);
      case KEYSTORE -> KeystoreKey.find(options);
      case PASSPHRASE -> PassphraseKey.create(options);
      case VAULT -> VaultKey.of(options);
    };
  }

  private MasterKey again(MasterKind kind, MasterMark mark) {
    return switch (kind) {
      case FILE -> fileOf(mark);
      case ENV -> EnvironmentKey.present(options);
      case KEYSTORE -> KeystoreKey.find(options);
      case PASSPHRASE -> PassphraseKey.again(options, mark);
      case VAULT -> VaultKey.of(options);
    };
  }

  private MasterKey firstFile() {
    MasterKeyFile file = file(options);
    return file.read().orElseGet(() -> made(file));
  }

  private RawMasterKey made(MasterKeyFile file) {
    RawMasterKey made = file.create();
    if (file.path().startsWith(options.folder())) {
      new PrivateFile(options.folder().resolve("README"), README_BYTES_MAX)
          .replace(README.getBytes(StandardCharsets.UTF_8));
    }
    options
        .outside()
        .told()
        .accept(
            "made a master key in %s; keep a backup: `athena keys backup`".formatted(file.path()));
    return made;
  }

  /** A move that was interrupted may have left the key where the settings do not point yet. */
  private MasterKey fileOf(MasterMark mark) {
    MasterKeyFile set = file(options);
    MasterKeyFile named = new MasterKeyFile(MasterKind.FILE, options.path(mark.id()));
    Optional<RawMasterKey> here = set.find(mark);
    if (here.filter(mark::isOf).isPresent() && set.read().filter(mark::isOf).isEmpty()) {
      new MoveLock(options.folder()).ifFree(() -> set.settle(mark));
    }
    return here.filter(mark::isOf)
        .or(() -> named.find(mark).filter(mark::isOf))
        .or(() -> here)
        .orElseThrow(set::missing);
  }

  /** Returns the file that the settings name. */
  static MasterKeyFile file(KeyOptions options) {
    Path path =
        options
            .text(KeySettings.FILE)
            .map(options::path)
            .orElse(options.folder().resolve("master.key"));
    return new MasterKeyFile(MasterKind.FILE, path);
  }

  private static MasterKind kindOf(MasterMark mark) {
    for (MasterKind kind : MasterKind.values()) {
      if (kind.word().equals(mark.kind())) {
        return kind;
      }
    }
    throw new KeysUnavailable(
        "the keychain names a kind of master key that there is not",
        "put a backup of keychain.json in its place; nothing was written",
        null);
  }
}
