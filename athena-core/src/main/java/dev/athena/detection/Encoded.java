package dev.athena.detection;

import dev.athena.error.AthenaException;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Credentials that tell by what they decode to that they are some. */
final class Encoded {
  private Encoded() {}

  /** Tells whether a value is a user and a password in base64. */
  static boolean isUserAndPassword(Candidate candidate) {
    String decoded = decoded(candidate.value());
    int colon = decoded.indexOf(':');
    return colon >= 0
        && colon + 1 < decoded.length()
        && decoded.chars().allMatch(one -> (one >= ' ' && one < 0x7f) || one > 0xa0);
  }

  /** Tells whether a value begins with the header of a JSON Web Token. */
  static boolean isWebToken(Candidate candidate) {
    String value = candidate.value();
    try {
      return JsonCodec.read(
                  decoded(value.substring(0, value.indexOf('.'))).getBytes(StandardCharsets.UTF_8))
              instanceof JsonObject header
          && header.has("alg");
    } catch (AthenaException e) {
      return false;
    }
  }

  private static String decoded(String value) {
    try {
      byte[] bytes = Base64.getDecoder().decode(value.replace('-', '+').replace('_', '/'));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
