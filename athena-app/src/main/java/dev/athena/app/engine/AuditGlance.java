package dev.athena.app.engine;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditChain;
import dev.athena.audit.AuditChain.Verdict;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditFilter;
import dev.athena.audit.AuditKeys;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditRecord;
import dev.athena.crypto.Keychain;
import dev.athena.crypto.Purpose;
import dev.athena.principal.Namespace;
import dev.athena.storage.Storage;
import dev.athena.store.sqlite.VaultStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks at the audit of a home without opening all else, and makes none where there is none. */
public final class AuditGlance {
  /** What the audit calls a backup of the master key. */
  public static final String BACKED_UP = "backed_up";

  /** The most pages of records of keys that are looked through: those of a million rotations. */
  private static final int PAGES_MAX = 1_000;

  private final Path folder;
  private final Keychain keychain;

  /** Creates what looks into the store of {@code home}. */
  public AuditGlance(Path home, Keychain keychain) {
    this.folder = home.resolve("store");
    this.keychain = keychain;
  }

  /** Checks the whole log; empty if there is none. No key is made for that. */
  public Optional<Verdict> verdict() {
    if (!has(Purpose.AUDIT)) {
      return Optional.empty();
    }
    AuditKeys keys = has(Purpose.SIGNATURE) ? AuditKeys.of(keychain) : AuditKeys.unsigned(keychain);
    return look(vault -> vault.read(tx -> AuditChain.verify(tx, keys)));
  }

  private boolean has(Purpose purpose) {
    return keychain.histories().stream().anyMatch(key -> key.purpose() == purpose);
  }

  /** Returns when shares of the master key were last made, as the log tells. */
  public Optional<Instant> backup() {
    return look(AuditGlance::backup).flatMap(Function.identity());
  }

  /** Returns the same of a vault that is open, however much was done with keys since. */
  public static Optional<Instant> backup(Storage vault) {
    return vault.read(tx -> {
      AuditLog log = tx.store(AuditLog.class);
      List<AuditRecord> page = log.newest(keysBefore(null), AuditLog.PAGE_MAX);
      for (int pages = 0; !page.isEmpty() && pages < PAGES_MAX; pages++) {
        Optional<Instant> found =
            page.stream()
                .map(AuditRecord::event)
                .filter(event -> event.details().text("event").orElse("").equals(BACKED_UP))
                .map(AuditEvent::at)
                .findFirst();
        if (found.isPresent()) {
          return found;
        }
        page = log.newest(keysBefore(page.getLast().number()), AuditLog.PAGE_MAX);
      }
      return Optional.empty();
    });
  }

  /** What was done with keys is sealed, and so cannot be asked for more closely. */
  private static AuditFilter keysBefore(@Nullable Long number) {
    return new AuditFilter(Namespace.LOCAL_TENANT, AuditAction.KEY, null, null, null, number);
  }

  private <T> Optional<T> look(Function<Storage, T> work) {
    if (!keychain.exists() || !Files.isRegularFile(folder.resolve("vault.db"))) {
      return Optional.empty();
    }
    try (VaultStorage vault = VaultStorage.open(folder, keychain)) {
      return Optional.of(work.apply(vault));
    }
  }
}
