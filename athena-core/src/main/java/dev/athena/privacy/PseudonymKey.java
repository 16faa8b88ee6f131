package dev.athena.privacy;

import dev.athena.crypto.KeyedHash;
import dev.athena.crypto.SecretKey;
import dev.athena.detection.SensitiveType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Makes the pseudonyms of one tenant with one version of its key: the same value always gets the
 * same one, and that of another tenant or type says nothing of it.
 *
 * <p>A key for each type is derived by HKDF (RFC 5869), the pseudonym by HMAC-SHA256 (RFC 2104).
 * Safe for use by many threads.
 */
final class PseudonymKey {
  /** Tells a digest from the attempts to find a free pseudonym. */
  private static final int DIGEST = -1;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKey root;
  private final String tenant;
  private final Map<SensitiveType, KeyedHash> hashes = new ConcurrentHashMap<>();

  /** Creates the key of a tenant from its secret {@code root}. */
  PseudonymKey(SecretKey root, String tenant) {
    this.root = root;
    this.tenant = tenant;
  }

  /** Returns the version of the key. */
  int version() {
    return root.version();
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
        type, root.version(), ByteBuffer.wrap(mac).getLong() >>> (Long.SIZE - Pseudonym.BITS));
  }

  /** Returns what tells a value from all others without telling what it is. */
  byte[] digest(SensitiveType type, String value) {
    return mac(type, value, DIGEST);
  }

  private byte[] mac(SensitiveType type, String value, int purpose) {
    KeyedHash hash = hashes.computeIfAbsent(type, one -> new KeyedHash(key(one)));
    synchronized (hash) {
      return hash.of(
          ByteBuffer.allocate(Integer.BYTES).putInt(purpose).array(),
          value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private byte[] key(SensitiveType type) {
    String info =
        String.join("\0", "pseudonym", tenant, type.name(), String.valueOf(root.version()));
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              ALGORITHM,
              HKDFParameterSpec.ofExtract()
                  .addIKM(root.bytes())
                  .thenExpand(info.getBytes(StandardCharsets.UTF_8), KeyedHash.BYTES))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HKDF-SHA256", e);
    }
  }
}
