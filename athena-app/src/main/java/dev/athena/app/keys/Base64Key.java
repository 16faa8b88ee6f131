package dev.athena.app.keys;

import dev.athena.crypto.KeysUnavailable;
import dev.athena.crypto.RawMasterKey;
import java.util.Base64;

/** A master key written in base64. */
final class Base64Key {
  private Base64Key() {}

  /**
   * Reads a key.
   *
   * @param where where it stands, for messages
   * @throws KeysUnavailable if it is none; the message tells nothing of what stands there
   */
  static RawMasterKey read(String text, String where) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      throw none(where, "it is no base64");
    }
    if (bytes.length != RawMasterKey.BYTES) {
      throw none(where, "it has %d bytes".formatted(bytes.length));
    }
    return RawMasterKey.of("", "", bytes);
  }

  private static KeysUnavailable none(String where, String why) {
    return new KeysUnavailable(
        "there is no master key in %s: %s".formatted(where, why),
        "a master key is 32 random bytes in base64, as `openssl rand -base64 32` makes them",
        null);
  }
}
