package dev.athena.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names numbers as {@link KeyedHash} names bytes, many at a time and much faster: each is one block
 * of AES-256, of which the first half is its name. For use by one thread.
 *
 * <p>A block cipher is a keyed function that nobody without the key can tell from a random one; as
 * every number is a block of its own, there is no message whose blocks could be compared.
 */
public final class KeyedNumbers {
  private static final int BLOCK_BYTES = 16;

  private final Cipher cipher;

  /** Creates the names of a key of 32 bytes. */
  public KeyedNumbers(byte[] key) {
    try {
      this.cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-256", e);
    }
  }

  /** Returns the names of numbers, in their order. */
  public long[] of(long... numbers) {
    ByteBuffer blocks = ByteBuffer.allocate(numbers.length * BLOCK_BYTES);
    for (long number : numbers) {
      blocks.putLong(number).putLong(0);
    }
    long[] names = new long[numbers.length];
    try {
      ByteBuffer enciphered = ByteBuffer.wrap(cipher.doFinal(blocks.array()));
      for (int i = 0; i < names.length; i++) {
        names[i] = enciphered.getLong(i * BLOCK_BYTES);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES refuses whole blocks", e);
    }
    return names;
  }
}
