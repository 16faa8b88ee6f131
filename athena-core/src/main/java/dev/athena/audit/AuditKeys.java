package dev.athena.audit;

import dev.athena.crypto.Keyring;
import dev.athena.crypto.Purpose;
import dev.athena.crypto.SecretKey;
import dev.athena.crypto.SigningKey;
import dev.athena.crypto.VerifyingKey;
import dev.athena.principal.Namespace;
import java.util.List;

/**
 * What the log of an installation is checked with, the newest keys first.
 *
 * @param marking made the mark at its end
 * @param verifying check what was signed
 */
public record AuditKeys(List<SecretKey> marking, List<VerifyingKey> verifying) {
  public AuditKeys {
    marking = List.copyOf(marking);
    verifying = List.copyOf(verifying);
  }

  /** Returns the keys that a keyring has; there is one log for all tenants. */
  public static AuditKeys of(Keyring keyring) {
    return new AuditKeys(
        keyring.secrets(Namespace.LOCAL_TENANT, Purpose.AUDIT),
        keyring.secrets(Namespace.LOCAL_TENANT, Purpose.SIGNATURE).stream()
            .map(secret -> new SigningKey(secret).verifying())
            .toList());
  }

  /** Returns the keys of a keyring that has none to sign with yet, and makes none. */
  public static AuditKeys unsigned(Keyring keyring) {
    return new AuditKeys(keyring.secrets(Namespace.LOCAL_TENANT, Purpose.AUDIT), List.of());
  }

  /** Returns what signs from now on. */
  public static SigningKey signing(Keyring keyring) {
    return new SigningKey(keyring.secrets(Namespace.LOCAL_TENANT, Purpose.SIGNATURE).getFirst());
  }

  /** Returns whether a text was signed with the key of that id, which must be one of these. */
  boolean signed(String keyId, String text, String signature) {
    return verifying.stream()
        .filter(key -> key.id().equals(keyId))
        .anyMatch(key -> key.verifies(text, signature));
  }
}
