package dev.athena.store.sqlite;

import dev.athena.crypto.KeyedHash;
import dev.athena.crypto.Keyring;
import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.Sealer;
import dev.athena.crypto.SecretKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one tenant as one connection uses them, with what was made of them: the next
 * transaction uses it again if the keys are still the same.
 */
final class TenantKeys {
  private final Sealer sealer;
  private final List<SecretKey> secrets;
  private final Map<Integer, KeyedHash> hashes = new HashMap<>();
  private final Map<Integer, TermNames> names = new HashMap<>();
  private @Nullable Epoch settled;
  private @Nullable Epoch proven;
  private byte @Nullable [] proof;

  private TenantKeys(Sealer sealer, List<SecretKey> secrets) {
    this.sealer = sealer;
    this.secrets = secrets;
  }

  static TenantKeys of(String tenant, Keyring keyring) {
    return new TenantKeys(
        keyring.sealer(tenant, Purpose.CONTENT), keyring.secrets(tenant, Purpose.INDEX));
  }

  /** Returns whether these are the very keys that {@code keyring} has now. */
  boolean areThoseOf(String tenant, Keyring keyring) {
    return sealer.equals(keyring.sealer(tenant, Purpose.CONTENT))
        && secrets.equals(keyring.secrets(tenant, Purpose.INDEX));
  }

  Sealer sealer() {
    return sealer;
  }

  /** Returns the keys that hash, the newest first. */
  List<SecretKey> secrets() {
    return secrets;
  }

  int newestVersion() {
    return secrets.getFirst().version();
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
            secrets.stream()
                .filter(key -> key.version() == version)
                .findFirst()
                .map(SecretKey::hash)
                .orElseThrow(() -> gone(version)));
  }

  /** Returns how terms are spelled with one version of the key; likewise. */
  TermNames names(int version) {
    return names.computeIfAbsent(version, _ -> TermNames.hashedWith(hash(version)));
  }

  /**
   * Returns the epoch that the store has for these keys, or null if that was not read yet. What it
   * tells of how far rows were sealed anew may be old.
   */
  @Nullable Epoch settled() {
    return settled;
  }

  /** Notes the epoch that the store has for these keys. */
  void settle(Epoch ofThese) {
    settled = ofThese;
  }

  /** Checks that an epoch is as it was written, once for all that read the same. */
  void check(Epoch epoch, byte @Nullable [] toBeProof) {
    if (!epoch.equals(proven) || !Arrays.equals(toBeProof, proof)) {
      sealer.open(epoch.place(), toBeProof == null ? new byte[0] : toBeProof);
      proven = epoch;
      proof = toBeProof;
    }
  }

  private static KeysUnavailable gone(int version) {
    return new KeysUnavailable(
        "version %d of a key is gone with which rows of the store are hashed".formatted(version),
        "bring the keys back from a backup that has it",
        null);
  }
}
