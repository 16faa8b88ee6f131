package dev.athena.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import dev.athena.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

/** A master key that this process holds: 32 bytes for AES-256-GCM. */
public final class RawMasterKey implements MasterKey {
  /** How many bytes it has. */
  public static final int BYTES = 32;

  private static final int CHECK_BYTES = 8;
  private static final byte[] CHECKED =
      "the check value of an Athena master key".getBytes(StandardCharsets.UTF_8);

  private final MasterMark mark;
  private final byte[] key;
  private final AesGcmJce cipher;

  private RawMasterKey(MasterMark mark, byte[] key) {
    this.mark = mark;
    this.key = key;
    try {
      this.cipher = new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-256-GCM", e);
    }
  }

  /**
   * Returns the master key that consists of these bytes.
   *
   * @throws IllegalArgumentException if it has another length than {@link #BYTES}
   */
  public static RawMasterKey of(String kind, String id, byte[] key) {
    return of(kind, id, key, JsonObject.EMPTY);
  }

  static RawMasterKey of(String kind, String id, byte[] key, JsonObject parameters) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException(
          "a master key of %d bytes; it has %d".formatted(key.length, BYTES));
    }
    return new RawMasterKey(new MasterMark(kind, id, checkValueOf(key), parameters), key.clone());
  }

  /** Returns the check value of a key. */
  static String checkValueOf(byte[] key) {
    byte[] whole = new KeyedHash(key).of(CHECKED);
    return HexFormat.of().formatHex(Arrays.copyOf(whole, CHECK_BYTES));
  }

  /** Returns the same key as one that comes from elsewhere. */
  public RawMasterKey as(String kind, String id) {
    return of(kind, id, key);
  }

  /** Returns the key itself. */
  public byte[] bytes() {
    return key.clone();
  }

  @Override
  public String kind() {
    return mark.kind();
  }

  @Override
  public String id() {
    return mark.id();
  }

  @Override
  public String checkValue() {
    return mark.checkValue();
  }

  @Override
  public JsonObject parameters() {
    return mark.parameters();
  }

  @Override
  public byte[] wrap(byte[] plain, byte[] context) {
    try {
      return cipher.encrypt(plain, context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM refuses to seal", e);
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] context) {
    try {
      return cipher.decrypt(wrapped, context);
    } catch (GeneralSecurityException e) {
      throw KeychainDamaged.because("something in it does not open", e);
    }
  }

  /** Tells nothing of the key. */
  @Override
  public String toString() {
    return "master key " + mark.checkValue();
  }
}
