package dev.athena.store.sqlite;

import dev.athena.crypto.KeyedHash;
import dev.athena.crypto.Keyring;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.Sealer;
import dev.athena.crypto.SecretKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of one tenant as one transaction uses them; each is asked for when first needed. */
final class TenantKeys {
  private final Keyring keyring;
  private final String tenant;
  private final Map<Integer, KeyedHash> hashes = new HashMap<>();
  private final Map<Integer, TermNames> names = new HashMap<>();
  private @Nullable Sealer sealer;
  private @Nullable List<SecretKey> secrets;

  TenantKeys(Keyring keyring, String tenant) {
    this.keyring = keyring;
    this.tenant = tenant;
  }

  Sealer sealer() {
    if (sealer == null) {
      sealer = keyring.sealer(tenant, Purpose.CONTENT);
    }
    return sealer;
  }

  /** Returns the keys that hash, the newest first. */
  List<SecretKey> secrets() {
    if (secrets == null) {
      secrets = keyring.secrets(tenant, Purpose.INDEX);
    }
    return secrets;
  }

  int newestVersion() {
    return secrets().getFirst().version();
  }

  /**
   * Returns what hashes with one version of the key.
   *
   * @throws KeysUnavailable if that is gone
   */
  KeyedHash hash(int version) {
    return hashes.computeIfAbsent(
        version,
        _ ->
            secrets().stream()
                .filter(key -> key.version() == version)
                .findFirst()
                .map(SecretKey::hash)
                .orElseThrow(() -> gone(version)));
  }

  /** Returns how terms are spelled with one version of the key; likewise. */
  TermNames names(int version) {
    return names.computeIfAbsent(version, _ -> TermNames.hashedWith(hash(version)));
  }

  private static KeysUnavailable gone(int version) {
    return new KeysUnavailable(
        "version %d of a key is gone with which rows of the store are hashed".formatted(version),
        "bring the keys back from a backup that has it",
        null);
  }
}
