package dev.athena.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The key of one keychain: it wraps the keys in it and binds all that is said of them. It is itself
 * wrapped with the master key, which so is asked once, however many keys there are.
 */
final class ChainKey {
  private static final byte[] CONTEXT = bytes("the key of an Athena keychain");

  private final byte[] key;
  private final RawMasterKey wrapping;
  private final byte[] binding;

  private ChainKey(byte[] key) {
    this.key = key;
    this.wrapping = RawMasterKey.of("chain", "", new KeyedHash(key).of(bytes("wraps keys")));
    this.binding = new KeyedHash(key).of(bytes("binds the document"));
  }

  static ChainKey create() {
    byte[] key = new byte[RawMasterKey.BYTES];
    new SecureRandom().nextBytes(key);
    return new ChainKey(key);
  }

  static ChainKey unwrapped(MasterKey master, byte[] wrapped) {
    byte[] key = master.unwrap(wrapped, CONTEXT);
    if (key.length != RawMasterKey.BYTES) {
      throw KeychainDamaged.because("its key has %d bytes".formatted(key.length), null);
    }
    return new ChainKey(key);
  }

  byte[] wrappedWith(MasterKey master) {
    return master.wrap(key, CONTEXT);
  }

  byte[] wrap(Slot slot, KeyMaterial material) {
    return wrapping.wrap(material.serialized(), slot.context());
  }

  KeyMaterial unwrap(Slot slot, byte[] wrapped) {
    return KeyMaterial.read(slot.purpose(), wrapping.unwrap(wrapped, slot.context()));
  }

  /** Returns what shows that nobody without this key wrote {@code text}. */
  String mac(String text) {
    return HexFormat.of().formatHex(new KeyedHash(binding).of(bytes(text)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
