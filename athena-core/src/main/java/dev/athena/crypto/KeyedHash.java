package dev.athena.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names things so that the same get the same name, and nobody without the key can tell what they
 * are or try out what they might be: HMAC-SHA256 (RFC 2104). For use by one thread.
 */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  /** How many bytes a name has. */
  public static final int BYTES = 32;

  private final Mac mac;

  /** Creates the hash of a key. */
  public KeyedHash(byte[] key) {
    try {
      this.mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  /** Adds a part of what {@link #of} is to name. */
  public KeyedHash add(byte[] part) {
    mac.update(part);
    return this;
  }

  /** Returns the name of the parts added and of {@code last}; the next one begins afresh. */
  public byte[] of(byte[] last) {
    return mac.doFinal(last);
  }
}
