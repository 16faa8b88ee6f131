package dev.athena.privacy;

import dev.athena.detection.SensitiveType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Makes the pseudonyms of one tenant with one version of its key: the same value always gets the
 * same one, and that of another tenant or type says nothing of it.
 *
 * <p>A key for each type is derived by HKDF (RFC 5869), the pseudonym by HMAC-SHA256 (RFC 2104).
 */
final class PseudonymKey {
  private static final String MAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final byte[] root;
  private final String tenant;
  private final int version;

  /** Creates the key of a tenant from its secret {@code root}. */
  PseudonymKey(byte[] root, String tenant, int version) {
    if (root.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key of %d bytes".formatted(root.length));
    }
    this.root = root.clone();
    this.tenant = tenant;
    this.version = version;
  }

  /**
   * Returns the pseudonym of a value.
   *
   * @param value as its type writes it, so that spellings of the same are the same
   * @param attempt 0, or how many of them were found to stand for other values
   */
  Pseudonym of(SensitiveType type, String value, int attempt) {
    byte[] mac = mac(type, value, attempt);
    return Pseudonym.of(
        type, version, ByteBuffer.wrap(mac).getLong() >>> (Long.SIZE - Pseudonym.BITS));
  }

  private byte[] mac(SensitiveType type, String value, int attempt) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key(type));
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(attempt).array());
      return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  private SecretKey key(SensitiveType type) throws GeneralSecurityException {
    String info = String.join("\0", "pseudonym", tenant, type.name(), String.valueOf(version));
    return KDF.getInstance("HKDF-SHA256")
        .deriveKey(
            MAC,
            HKDFParameterSpec.ofExtract()
                .addIKM(root)
                .thenExpand(info.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
  }
}
