package dev.athena.crypto;

import org.jspecify.annotations.Nullable;

/**
 * Which keys something is done to.
 *
 * @param tenant whose; null for all
 */
public record KeyScope(@Nullable String tenant, Purpose purpose) {
  /** Returns the keys of one tenant. */
  public static KeyScope of(String tenant, Purpose purpose) {
    return new KeyScope(tenant, purpose);
  }

  /** Returns the keys of all tenants. */
  public static KeyScope all(Purpose purpose) {
    return new KeyScope(null, purpose);
  }

  boolean has(KeyHistory history) {
    return history.purpose() == purpose && (tenant == null || history.tenant().equals(tenant));
  }
}
