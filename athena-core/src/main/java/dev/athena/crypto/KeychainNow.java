package dev.athena.crypto;

import java.util.List;

/**
 * A keychain at one time.
 *
 * @param later is asked for keys that were not there yet
 */
record KeychainNow(OpenKeychain state, Keychain later) implements Keyring {
  @Override
  public Sealer sealer(String tenant, Purpose purpose) {
    KeyMaterial found = state.find(new Slot(tenant, purpose));
    return found == null ? later.sealer(tenant, purpose) : KeyMaterial.sealer(found);
  }

  @Override
  public List<SecretKey> secrets(String tenant, Purpose purpose) {
    KeyMaterial found = state.find(new Slot(tenant, purpose));
    return found == null ? later.secrets(tenant, purpose) : KeyMaterial.secrets(found);
  }
}
