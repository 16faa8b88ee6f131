package dev.athena.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * The versions of one key that seals, kept as Tink keeps them; all but the newest only open.
 *
 * <p>Sealed is: 1 byte 0x01, 4 bytes key id, 12 bytes nonce, the ciphertext, 16 bytes tag.
 */
public final class Keyset implements Sealer {
  private static final int PREFIX_BYTES = 5;

  private static final Configuration TINK = tink();

  private final KeysetHandle handle;
  private final Aead aead;

  private Keyset(KeysetHandle handle) {
    try {
      this.handle = handle;
      this.aead = handle.getPrimitive(TINK, Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyset that cannot seal", e);
    }
  }

  private static Configuration tink() {
    try {
      AeadConfig.register();
      return RegistryConfiguration.get();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot be set up", e);
    }
  }

  /** Makes a keyset with one new key. */
  public static Keyset create() {
    try {
      return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key cannot be made", e);
    }
  }

  /** Returns this with one more version, which seals from now on. */
  public Keyset rotated() {
    try {
      return new Keyset(
          KeysetHandle.newBuilder(handle)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key cannot be made", e);
    }
  }

  /** Returns this with those versions only whose ids are given; the newest must be one of them. */
  Keyset only(List<Integer> keyIds) {
    KeysetHandle.Builder kept = KeysetHandle.newBuilder();
    try {
      for (int at = 0; at < handle.size(); at++) {
        KeysetHandle.Entry entry = handle.getAt(at);
        if (keyIds.contains(entry.getId())) {
          KeysetHandle.Builder.Entry copy =
              KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId());
          kept.addEntry(entry.isPrimary() ? copy.makePrimary() : copy);
        }
      }
      return new Keyset(kept.build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyset without its newest key", e);
    }
  }

  /** Returns how many versions there are. */
  int size() {
    return handle.size();
  }

  /** Returns this as JSON, readable by all who see it. */
  public String serialized() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(handle, TINK, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyset cannot be written", e);
    }
  }

  /**
   * Reads what {@link #serialized} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Keyset read(String serialized) {
    try {
      return new Keyset(
          TinkJsonProtoKeysetFormat.parseKeyset(serialized, TINK, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no keyset", e);
    }
  }

  @Override
  public byte[] seal(Place place, byte[] plain) {
    try {
      return aead.encrypt(plain, place.bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM refuses to seal", e);
    }
  }

  @Override
  public byte[] open(Place place, byte[] sealed) {
    try {
      return aead.decrypt(sealed, place.bytes());
    } catch (GeneralSecurityException e) {
      throw new SealBroken(place, e);
    }
  }

  @Override
  public int keyId(byte[] sealed) {
    return keyIdOf(sealed);
  }

  /**
   * Returns the id of the key that {@code sealed} was sealed with, which nobody needs a key for.
   */
  public static int keyIdOf(byte[] sealed) {
    if (sealed.length < PREFIX_BYTES) {
      throw new IllegalArgumentException("sealed, with %d bytes".formatted(sealed.length));
    }
    return ByteBuffer.wrap(sealed).getInt(1);
  }

  @Override
  public int newestKeyId() {
    return handle.getPrimary().getId();
  }

  /** Tells nothing of the keys. */
  @Override
  public String toString() {
    return "keyset of %d keys".formatted(handle.size());
  }
}
