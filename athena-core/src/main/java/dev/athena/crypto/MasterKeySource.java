package dev.athena.crypto;

import java.util.Optional;

/** Finds the master key. */
@FunctionalInterface
public interface MasterKeySource {
  /**
   * Returns the master key.
   *
   * @param mark what the keychain tells of it; empty if there is no keychain yet, so that the key
   *     may be made
   * @throws KeysUnavailable if it cannot be had
   */
  MasterKey find(Optional<MasterMark> mark);
}
