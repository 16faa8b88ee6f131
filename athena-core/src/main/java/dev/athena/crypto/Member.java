package dev.athena.crypto;

import dev.athena.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/** Members of the document of a keychain. Each is there, or the document is damaged. */
final class Member {
  private Member() {}

  static String text(JsonObject json, String name) {
    return json.text(name).orElseThrow(missing(name));
  }

  static JsonObject object(JsonObject json, String name) {
    return json.object(name).orElseThrow(missing(name));
  }

  static int whole(JsonObject json, String name) {
    return json.whole(name)
        .filter(value -> value == value.intValue())
        .map(Math::toIntExact)
        .orElseThrow(missing(name));
  }

  static byte[] bytes(JsonObject json, String name) {
    try {
      return Base64.getDecoder().decode(text(json, name));
    } catch (IllegalArgumentException e) {
      throw KeychainDamaged.because(name + " is no base64", e);
    }
  }

  /** Returns a time that may be absent. */
  static Optional<Instant> time(JsonObject json, String name) {
    try {
      return json.text(name).map(Instant::parse);
    } catch (DateTimeException e) {
      throw KeychainDamaged.because(name + " is no time", e);
    }
  }

  static Supplier<KeysUnavailable> missing(String name) {
    return () -> KeychainDamaged.because(name + " is missing", null);
  }
}
