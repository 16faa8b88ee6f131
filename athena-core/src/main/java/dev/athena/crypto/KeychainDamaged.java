package dev.athena.crypto;

import org.jspecify.annotations.Nullable;

/** What is said of a keychain that is not as it was written. */
final class KeychainDamaged {
  private KeychainDamaged() {}

  /** Returns the failure; nothing was changed. */
  static KeysUnavailable because(String what, @Nullable Throwable cause) {
    return new KeysUnavailable(
        "the keychain was changed or damaged: " + what,
        "put a backup of keychain.json in its place; nothing was written",
        cause);
  }
}
