package dev.athena.store.sqlite;

import dev.athena.crypto.Keyring;
import java.util.HashMap;
import java.util.Map;

/** The keys that one connection used last. */
final class ConnectionKeys {
  /** Of how many tenants. */
  static final int TENANTS_MAX = 64;

  private final Map<String, TenantKeys> tenants = new HashMap<>();

  /** Returns the keys of a tenant as {@code keyring} has them now. */
  TenantKeys of(String tenant, Keyring keyring) {
    TenantKeys known = tenants.get(tenant);
    if (known != null && known.areThoseOf(tenant, keyring)) {
      return known;
    }
    if (tenants.size() >= TENANTS_MAX) {
      tenants.clear();
    }
    TenantKeys fresh = TenantKeys.of(tenant, keyring);
    tenants.put(tenant, fresh);
    return fresh;
  }
}
