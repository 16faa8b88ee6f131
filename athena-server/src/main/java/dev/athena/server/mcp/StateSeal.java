package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The seal on state that travels through a client.
 *
 * <p>A seal holds for one caller, one request with its arguments, and a short time. Its key lives
 * as long as the process.
 */
final class StateSeal {
  /** The longest time between handing out state and getting it back. */
  static final long AGE_MILLIS_MAX = 10 * 60 * 1000;

  /** The longest sealed state taken back, in characters. */
  static final int SEALED_LENGTH_MAX = 64 * 1024;

  private static final int KEY_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final RandomGenerator random;
  private final InstantSource clock;
  private byte @Nullable [] key;

  StateSeal(RandomGenerator random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /** Returns {@code state} sealed for what {@code binding} names. */
  String seal(JsonObject state, Json binding) {
    JsonObject content =
        JsonObject.builder()
            .put("state", state)
            .put("until", clock.millis() + AGE_MILLIS_MAX)
            .build();
    byte[] payload = JsonCodec.writeUtf8(content);
    return encode(payload) + "." + encode(mac(payload, binding));
  }

  /**
   * Returns the state in {@code sealed}.
   *
   * @throws ProtocolError if it was altered, is too old, or was sealed for something else
   */
  JsonObject open(String sealed, Json binding) {
    int dot = sealed.indexOf('.');
    if (dot < 0 || sealed.length() > SEALED_LENGTH_MAX) {
      throw refused();
    }
    byte[] payload = decode(sealed.substring(0, dot));
    if (!MessageDigest.isEqual(mac(payload, binding), decode(sealed.substring(dot + 1)))) {
      throw refused();
    }
    JsonObject content = content(payload);
    if (clock.millis() >= content.whole("until").orElse(0L)) {
      throw ProtocolError.invalidParams("requestState is too old; send the request without it");
    }
    return content.object("state").orElse(JsonObject.EMPTY);
  }

  private static JsonObject content(byte[] payload) {
    try {
      return JsonCodec.readObject(new String(payload, StandardCharsets.UTF_8));
    } catch (MalformedJson e) {
      throw new IllegalStateException("sealed content is ours and must be readable", e);
    }
  }

  private byte[] mac(byte[] payload, Json binding) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(), ALGORITHM));
      mac.update(SkillFile.sha256(JsonCodec.writeUtf8(sorted(binding))));
      return mac.doFinal(payload);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Made when first used, since most processes never do and randomness costs start-up time. */
  private synchronized byte[] key() {
    if (key == null) {
      key = new byte[KEY_BYTES];
      random.nextBytes(key);
    }
    return key;
  }

  /** Members in the order of their names, since a client may send them in another. */
  private static Json sorted(Json value) {
    return switch (value) {
      case JsonObject(Map<String, Json> members) -> {
        Map<String, Json> ordered = new TreeMap<>();
        members.forEach((name, member) -> ordered.put(name, sorted(member)));
        yield new JsonObject(ordered);
      }
      case JsonArray array ->
          new JsonArray(array.values().stream().map(StateSeal::sorted).toList());
      case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      throw refused();
    }
  }

  private static ProtocolError refused() {
    return ProtocolError.invalidParams(
        "requestState was not given out for this request; send the request without it");
  }
}
