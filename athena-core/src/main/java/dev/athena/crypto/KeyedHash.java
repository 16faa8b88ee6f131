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

  /** Returns the name of {@code parts}, one after the other. */
  public byte[] of(byte[]... parts) {
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }
}
