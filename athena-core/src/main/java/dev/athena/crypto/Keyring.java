package dev.athena.crypto;

import java.util.List;

/**
 * The keys of one home. Keys of a tenant that has none for a purpose are made when they are first
 * asked for. Safe for use by many threads.
 *
 * <p>Another process may change keys at any time. What is returned is the newest at the time of the
 * call; who writes asks for it inside the transaction that writes, so that nothing is sealed with a
 * key that is about to be destroyed.
 */
public interface Keyring {
  /**
   * Returns what seals for a tenant and purpose.
   *
   * @throws KeysUnavailable if the keys are not there, or the master key does not open them
   */
  Sealer sealer(String tenant, Purpose purpose);

  /**
   * Returns the secret keys for a tenant and purpose, the one to be used for what is new first; of
   * those after it there may still be traces.
   *
   * @throws KeysUnavailable likewise
   */
  List<SecretKey> secrets(String tenant, Purpose purpose);

  /**
   * Returns these keys as they are now, for one transaction: it is looked once, and not with each
   * key, whether another process changed them.
   */
  default Keyring now() {
    return this;
  }
}
