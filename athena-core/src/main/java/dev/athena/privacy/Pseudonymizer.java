package dev.athena.privacy;

import dev.athena.crypto.Keyring;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.SecretKey;
import dev.athena.detection.CanonicalForm;
import dev.athena.detection.SensitiveType;
import dev.athena.storage.Storage;
import dev.athena.storage.Transaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Gives values their pseudonyms: the same value the same one for as long as the vault knows it,
 * whatever becomes of the keys.
 */
final class Pseudonymizer {
  /** How many values may want the same pseudonym; of 10 million values, two in a million do. */
  private static final int ATTEMPTS_MAX = 8;

  private final Storage storage;
  private final Keyring keyring;
  private final InstantSource clock;
  private final Supplier<CanonicalForm> form;
  private final Map<KeyName, PseudonymKey> keys = new ConcurrentHashMap<>();

  /** The version of a key of one tenant. */
  private record KeyName(String tenant, int version) {}

  /** Creates what gives values their pseudonyms; the form is asked for when it is needed. */
  private static final int PAGE = 500;

  Pseudonymizer(
      Storage storage, Keyring keyring, InstantSource clock, Supplier<CanonicalForm> form) {
    this.storage = storage;
    this.keyring = keyring;
    this.clock = clock;
    this.form = form;
  }

  /** Returns the pseudonyms of values that are about to be stored, which the vault keeps. */
  Map<Sensitive, Pseudonym> keep(String tenant, Collection<Sensitive> values) {
    Map<Sensitive, Pseudonym> known = new HashMap<>();
    List<PseudonymKey> versions = versions(tenant);
    storage.read(tx -> {
      Vault vault = tx.store(Vault.class);
      values.forEach(value ->
          find(vault, tenant, versions, value).ifPresent(found -> known.put(value, found)));
      return true;
    });
    if (known.size() < values.size()) {
      storage.write(tx -> {
        values.stream()
            .filter(value -> !known.containsKey(value))
            .forEach(value -> known.put(value, kept(tx, tenant, value)));
        return true;
      });
    }
    return known;
  }

  /** Returns the pseudonyms that values have, or would have; nothing is kept. */
  Map<Sensitive, Pseudonym> name(String tenant, Collection<Sensitive> values) {
    List<PseudonymKey> versions = versions(tenant);
    return storage.read(tx -> {
      Vault vault = tx.store(Vault.class);
      Map<Sensitive, Pseudonym> names = new HashMap<>();
      for (Sensitive value : values) {
        names.put(
            value,
            find(vault, tenant, versions, value)
                .orElseGet(() -> free(vault, tenant, versions.getFirst(), value)));
      }
      return names;
    });
  }

  /** Returns the pseudonym that a value has in the vault. */
  Optional<Pseudonym> find(Transaction tx, String tenant, Sensitive value) {
    return find(tx.store(Vault.class), tenant, versions(tenant), value);
  }

  /** Returns the pseudonyms that are not found by the value that stands behind them. */
  List<Pseudonym> lost(String tenant) {
    List<PseudonymKey> versions = versions(tenant);
    return storage.read(tx -> {
      List<Pseudonym> lost = new ArrayList<>();
      Vault vault = tx.store(Vault.class);
      List<VaultRow> page = vault.page(tenant, Optional.empty(), PAGE);
      while (!page.isEmpty()) {
        page.stream()
            .filter(row -> versions.stream().noneMatch(version -> isOf(row, version)))
            .forEach(row -> lost.add(row.pseudonym()));
        page = vault.page(tenant, Optional.of(page.getLast().pseudonym()), PAGE);
      }
      return lost;
    });
  }

  private boolean isOf(VaultRow row, PseudonymKey version) {
    SensitiveType type = row.pseudonym().type();
    byte[] value =
        keyring
            .sealer(row.tenant(), Purpose.VAULT)
            .open(VaultRow.place(row.tenant(), row.pseudonym()), row.sealed());
    String same = canonical(new Sensitive(type, new String(value, StandardCharsets.UTF_8)));
    return MessageDigest.isEqual(row.digest(), version.digest(type, same));
  }

  private Pseudonym kept(Transaction tx, String tenant, Sensitive value) {
    Vault vault = tx.store(Vault.class);
    List<PseudonymKey> versions = versions(tenant);
    Optional<Pseudonym> meanwhile = find(vault, tenant, versions, value);
    if (meanwhile.isPresent()) {
      return meanwhile.get();
    }
    PseudonymKey newest = versions.getFirst();
    Pseudonym pseudonym = free(vault, tenant, newest, value);
    vault.add(
        new VaultRow(
            pseudonym,
            tenant,
            clock.instant(),
            newest.digest(value.type(), canonical(value)),
            sealed(tenant, pseudonym, value)));
    return pseudonym;
  }

  private Optional<Pseudonym> find(
      Vault vault, String tenant, List<PseudonymKey> versions, Sensitive value) {
    for (PseudonymKey version : versions) {
      byte[] digest = version.digest(value.type(), canonical(value));
      for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
        Pseudonym candidate = version.of(value.type(), canonical(value), attempt);
        Optional<VaultRow> row = vault.find(tenant, candidate);
        if (row.isEmpty()) {
          Optional<Pseudonym> other = corrected(vault, tenant, candidate, digest);
          if (other.isPresent()) {
            return other;
          }
          break;
        }
        if (MessageDigest.isEqual(row.get().digest(), digest)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /** Returns what stands in place of a pseudonym, if the value behind that is the same. */
  private static Optional<Pseudonym> corrected(
      Vault vault, String tenant, Pseudonym candidate, byte[] digest) {
    return vault
        .alias(tenant, candidate)
        .filter(other ->
            vault
                .find(tenant, other)
                .filter(row -> MessageDigest.isEqual(row.digest(), digest))
                .isPresent());
  }

  /**
   * Puts a value in the place of what stands behind a pseudonym, which it has from now on; returns
   * false if it had another one before, which it keeps.
   */
  boolean correct(Transaction tx, String tenant, Pseudonym pseudonym, Sensitive value) {
    Vault vault = tx.store(Vault.class);
    List<PseudonymKey> versions = versions(tenant);
    boolean isNew = find(vault, tenant, versions, value).isEmpty();
    PseudonymKey key =
        versions.stream()
            .filter(one -> one.version() == pseudonym.version())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a pseudonym of a key that is gone"));
    VaultRow row =
        vault
            .find(tenant, pseudonym)
            .orElseThrow(() -> new IllegalStateException("nothing to correct"));
    vault.replace(
        new VaultRow(
            pseudonym,
            tenant,
            row.createdAt(),
            key.digest(value.type(), canonical(value)),
            sealed(tenant, pseudonym, value)));
    if (isNew) {
      Pseudonym would = key.of(value.type(), canonical(value), 0);
      if (!would.equals(pseudonym) && vault.find(tenant, would).isEmpty()) {
        vault.addAlias(tenant, would, pseudonym);
      }
    }
    return isNew;
  }

  private byte[] sealed(String tenant, Pseudonym pseudonym, Sensitive value) {
    return keyring
        .sealer(tenant, Purpose.VAULT)
        .seal(VaultRow.place(tenant, pseudonym), value.value().getBytes(StandardCharsets.UTF_8));
  }

  private Pseudonym free(Vault vault, String tenant, PseudonymKey key, Sensitive value) {
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      Pseudonym candidate = key.of(value.type(), canonical(value), attempt);
      if (vault.find(tenant, candidate).isEmpty()) {
        return candidate;
      }
    }
    throw new IllegalStateException(ATTEMPTS_MAX + " values want the same pseudonym");
  }

  private List<PseudonymKey> versions(String tenant) {
    return keyring.secrets(tenant, Purpose.PSEUDONYM).stream()
        .map(secret -> version(tenant, secret))
        .toList();
  }

  private PseudonymKey version(String tenant, SecretKey secret) {
    return keys.computeIfAbsent(
        new KeyName(tenant, secret.version()), _ -> new PseudonymKey(secret, tenant));
  }

  private String canonical(Sensitive value) {
    return form.get().of(value.type(), value.value());
  }
}
