package dev.athena.crypto;

import dev.athena.error.InvalidArgument;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Reads what other programs sealed as Fernet tokens, to take it over. Athena never writes them:
 * they are AES-128, and tell everyone when they were made. For use by one thread.
 *
 * <p>A token is in base64: 0x80, 8 bytes seconds since 1970, 16 bytes IV, AES-128-CBC, 32 bytes
 * HMAC-SHA256 over all before. Of the key the first half signs and the second half seals.
 */
public final class FernetReader {
  /** The longest token, in characters. */
  public static final int TOKEN_LENGTH_MAX = 16 * 1024 * 1024;

  private static final int VERSION = 0x80;
  private static final int KEY_BYTES = 32;
  private static final int HALF_BYTES = 16;
  private static final int BLOCK_BYTES = 16;
  private static final int HEAD_BYTES = 1 + Long.BYTES + BLOCK_BYTES;

  /** How far the clock of whoever wrote a token may be ahead. */
  private static final Duration SKEW_MAX = Duration.ofSeconds(60);

  private final KeyedHash signing;
  private final SecretKeySpec sealing;

  /**
   * Creates a reader for one key, as Fernet writes keys: 32 bytes in URL-safe base64.
   *
   * @throws InvalidArgument if it is none
   */
  public FernetReader(String key) {
    byte[] bytes = decoded(key, "a Fernet key");
    if (bytes.length != KEY_BYTES) {
      throw new InvalidArgument(
          "a Fernet key of %d bytes".formatted(bytes.length), "send 32 bytes in base64");
    }
    this.signing = new KeyedHash(Arrays.copyOf(bytes, HALF_BYTES));
    this.sealing = new SecretKeySpec(bytes, HALF_BYTES, HALF_BYTES, "AES");
  }

  /**
   * Returns what was sealed, however long ago.
   *
   * @throws InvalidArgument if it is no token, was changed, or was made with another key
   */
  public byte[] read(String token) {
    return unsealed(checked(token));
  }

  /**
   * Returns what was sealed if it is not older than {@code age}.
   *
   * @throws InvalidArgument if it is older, or made in the future, or as for {@link #read(String)}
   */
  public byte[] read(String token, Duration age, Instant now) {
    byte[] bytes = checked(token);
    Instant made = made(bytes);
    if (made.plus(age).isBefore(now) || made.isAfter(now.plus(SKEW_MAX))) {
      throw new InvalidArgument(
          "the Fernet token was made at %s".formatted(made),
          "send one of the last %s, or set no age".formatted(age));
    }
    return unsealed(bytes);
  }

  private byte[] checked(String token) {
    if (token.length() > TOKEN_LENGTH_MAX) {
      throw new InvalidArgument(
          "a Fernet token of %,d characters".formatted(token.length()),
          "the limit is %,d".formatted(TOKEN_LENGTH_MAX));
    }
    byte[] bytes = decoded(token, "a Fernet token");
    int sealed = bytes.length - HEAD_BYTES - KeyedHash.BYTES;
    if (sealed < BLOCK_BYTES || sealed % BLOCK_BYTES != 0 || (bytes[0] & 0xFF) != VERSION) {
      throw refused(null);
    }
    int end = bytes.length - KeyedHash.BYTES;
    byte[] expected = signing.of(Arrays.copyOf(bytes, end));
    if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(bytes, end, bytes.length))) {
      throw refused(null);
    }
    return bytes;
  }

  private static Instant made(byte[] token) {
    try {
      return Instant.ofEpochSecond(ByteBuffer.wrap(token).getLong(1));
    } catch (DateTimeException e) {
      throw refused(e);
    }
  }

  private byte[] unsealed(byte[] token) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.DECRYPT_MODE, sealing, new IvParameterSpec(token, 1 + Long.BYTES, BLOCK_BYTES));
      return cipher.doFinal(token, HEAD_BYTES, token.length - HEAD_BYTES - KeyedHash.BYTES);
    } catch (GeneralSecurityException e) {
      throw refused(e);
    }
  }

  private static byte[] decoded(String text, String what) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidArgument(what + " that is no base64", "copy it again", e);
    }
  }

  private static InvalidArgument refused(@Nullable Exception cause) {
    return new InvalidArgument(
        "this is no Fernet token, or was changed, or was made with another key",
        "check the key first",
        cause);
  }
}
