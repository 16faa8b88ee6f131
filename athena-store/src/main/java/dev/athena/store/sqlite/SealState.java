package dev.athena.store.sqlite;

import dev.athena.crypto.Keyring;
import dev.athena.storage.StorageFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a store is sealed, as one process knows it.
 *
 * <p>A store is plain for good, or sealed for good, or on its way from the one to the other: then
 * rows of both sorts lie beside each other.
 */
final class SealState {
  /** The setting that tells; a plain store has none. */
  static final String SETTING = "sealed";

  static final String ALL = "all";
  static final String PARTLY = "partly";

  private final @Nullable Keyring keyring;
  private volatile boolean complete;

  /** Creates the state of a store that is opened with keys, or with null for a plain one. */
  SealState(@Nullable Keyring keyring) {
    this.keyring = keyring;
  }

  /** Returns the keys; null if the store is plain. */
  @Nullable Keyring keyring() {
    return keyring;
  }

  /** Returns whether there may be plain rows in the store. */
  boolean mayBePlain(Sql sql) {
    if (keyring == null) {
      return true;
    }
    if (!complete) {
      complete = setting(sql).equals(Optional.of(ALL));
    }
    return !complete;
  }

  /**
   * Refuses a store that is sealed when there are no keys.
   *
   * @throws StorageFailure if so
   */
  void refuseWithoutKeys(Sql sql) {
    if (keyring == null && setting(sql).isPresent()) {
      throw withoutKeys();
    }
  }

  /** Returns what to say of a sealed row when there are no keys. */
  static StorageFailure withoutKeys() {
    return new StorageFailure(
        "the store is sealed, and was opened without keys",
        "switch encryption on again, or use another ATHENA_HOME; nothing was changed",
        null);
  }

  static Optional<String> setting(Sql sql) {
    return sql.first("select value from setting where name = ?", row -> row.getString(1), SETTING);
  }
}
