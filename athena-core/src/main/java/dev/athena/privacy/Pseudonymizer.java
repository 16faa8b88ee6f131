package dev.athena.privacy;

import dev.athena.crypto.Keyring;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.Sealer;
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

  private static final int PAGE = 500;

  private final Storage storage;
  private final Keyring keyring;
  private final InstantSource clock;
  private final Supplier<CanonicalForm> form;
  private final Map<KeyName, PseudonymKey> keys = new ConcurrentHashMap<>();

  /** The version of a key of one tenant. */
  private record KeyName(String tenant, int version) {}

  /** Creates what gives values their pseudonyms; the form is asked for when it is needed. */
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
    List<Naming> unknown = new ArrayList<>();
    List<PseudonymKey> versions = versions(keyring, tenant);
    storage.read(tx -> {
      Vault vault = tx.store(Vault.class);
      for (Sensitive value : values) {
        Naming naming = naming(value);
        find(vault, tenant, versions, naming)
            .ifPresentOrElse(found -> known.put(value, found), () -> unknown.add(naming));
      }
      return true;
    });
    if (!unknown.isEmpty()) {
      storage.write(tx -> {
        Vault vault = tx.store(Vault.class);
        Keyring now = keyring.now();
        unknown.forEach(naming -> known.put(naming.value(), kept(vault, tenant, now, naming)));
        return true;
      });
    }
    return known;
  }

  /** Returns the pseudonyms that values have, or would have; nothing is kept. */
  Map<Sensitive, Pseudonym> name(String tenant, Collection<Sensitive> values) {
    List<PseudonymKey> versions = versions(keyring, tenant);
    return storage.read(tx -> {
      Vault vault = tx.store(Vault.class);
      Map<Sensitive, Pseudonym> names = new HashMap<>();
      for (Sensitive value : values) {
        Naming naming = naming(value);
        names.put(
            value,
            find(vault, tenant, versions, naming)
                .orElseGet(() -> free(vault, tenant, versions.getFirst(), naming)));
      }
      return names;
    });
  }

  /** Returns the pseudonym that a value has in the vault. */
  Optional<Pseudonym> find(Transaction tx, String tenant, Sensitive value) {
    return find(tx.store(Vault.class), tenant, versions(keyring, tenant), naming(value));
  }

  /** Returns the pseudonyms that are not found by the value that stands behind them. */
  List<Pseudonym> lost(String tenant) {
    List<PseudonymKey> versions = versions(keyring, tenant);
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

  /** Keeps a value that was not there just now; another process may have kept it meanwhile. */
  private Pseudonym kept(Vault vault, String tenant, Keyring now, Naming naming) {
    PseudonymKey newest = versions(now, tenant).getFirst();
    Sealer sealer = now.sealer(tenant, Purpose.VAULT);
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      Pseudonym pseudonym = naming.pseudonym(newest, attempt);
      VaultRow row =
          new VaultRow(
              pseudonym,
              tenant,
              clock.instant(),
              naming.digest(newest),
              sealed(sealer, tenant, pseudonym, naming.value()));
      if (vault.add(row)) {
        return pseudonym;
      }
      Optional<Pseudonym> meanwhile = same(vault.standing(tenant, pseudonym), newest, naming);
      if (meanwhile.isPresent()) {
        return meanwhile.get();
      }
    }
    throw tooMany();
  }

  private static Optional<Pseudonym> find(
      Vault vault, String tenant, List<PseudonymKey> versions, Naming naming) {
    for (PseudonymKey version : versions) {
      boolean taken = true;
      for (int attempt = 0; taken && attempt < ATTEMPTS_MAX; attempt++) {
        Pseudonym candidate = naming.pseudonym(version, attempt);
        List<VaultRow> rows = vault.standing(tenant, candidate);
        Optional<Pseudonym> same = same(rows, version, naming);
        if (same.isPresent()) {
          return same;
        }
        taken = rows.stream().anyMatch(row -> row.pseudonym().equals(candidate));
      }
    }
    return Optional.empty();
  }

  /** Returns the pseudonym behind which the value stands. */
  private static Optional<Pseudonym> same(
      List<VaultRow> rows, PseudonymKey version, Naming naming) {
    return rows.stream()
        .filter(row -> naming.isIn(row, version))
        .map(VaultRow::pseudonym)
        .findFirst();
  }

  /**
   * Puts a value in the place of what stands behind a pseudonym, which it has from now on; returns
   * false if it had another one before, which it keeps.
   */
  boolean correct(Transaction tx, String tenant, Pseudonym pseudonym, Sensitive value) {
    Vault vault = tx.store(Vault.class);
    Keyring now = keyring.now();
    List<PseudonymKey> versions = versions(now, tenant);
    Naming naming = naming(value);
    boolean isNew = find(vault, tenant, versions, naming).isEmpty();
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
            naming.digest(key),
            sealed(now.sealer(tenant, Purpose.VAULT), tenant, pseudonym, value)));
    if (isNew) {
      Pseudonym would = naming.pseudonym(key, 0);
      if (!would.equals(pseudonym) && vault.find(tenant, would).isEmpty()) {
        vault.addAlias(tenant, would, pseudonym);
      }
    }
    return isNew;
  }

  private static byte[] sealed(Sealer sealer, String tenant, Pseudonym pseudonym, Sensitive value) {
    return sealer.seal(
        VaultRow.place(tenant, pseudonym), value.value().getBytes(StandardCharsets.UTF_8));
  }

  private static Pseudonym free(Vault vault, String tenant, PseudonymKey key, Naming naming) {
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      Pseudonym candidate = naming.pseudonym(key, attempt);
      if (vault.find(tenant, candidate).isEmpty()) {
        return candidate;
      }
    }
    throw tooMany();
  }

  private static IllegalStateException tooMany() {
    return new IllegalStateException(ATTEMPTS_MAX + " values want the same pseudonym");
  }

  private List<PseudonymKey> versions(Keyring now, String tenant) {
    return now.secrets(tenant, Purpose.PSEUDONYM).stream()
        .map(secret -> version(tenant, secret))
        .toList();
  }

  private PseudonymKey version(String tenant, SecretKey secret) {
    return keys.computeIfAbsent(
        new KeyName(tenant, secret.version()), _ -> new PseudonymKey(secret, tenant));
  }

  private Naming naming(Sensitive value) {
    return new Naming(value, canonical(value));
  }

  private String canonical(Sensitive value) {
    return form.get().of(value.type(), value.value());
  }
}
