package dev.athena.audit;

import dev.athena.crypto.SigningKey;
import dev.athena.json.JsonObject;
import java.time.Instant;

/**
 * A signature over the log up to a record, so that a log that was written anew is told from the one
 * that was signed, by everybody who has the public key.
 *
 * @param number that of the last record it covers
 * @param hash that of the same record
 * @param keyId names the key it was signed with
 * @param signature Ed25519 over {@link #told}, in base64
 */
public record AuditCheckpoint(
    long number, String hash, Instant at, String keyId, String signature) {
  /** Signs the log up to a record. */
  static AuditCheckpoint of(AuditHead head, Instant at, SigningKey key) {
    String keyId = key.verifying().id();
    String told = told(head.number(), head.hash(), at, keyId);
    return new AuditCheckpoint(head.number(), head.hash(), at, keyId, key.sign(told));
  }

  /** Returns whether it was signed with one of {@code keys}. */
  boolean isGenuine(AuditKeys keys) {
    return keys.signed(keyId, told(number, hash, at, keyId), signature);
  }

  /** Returns it as a line of an export has it. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("checkpoint", number)
        .put("hash", hash)
        .put("at", at.toString())
        .put("key", keyId)
        .put("signature", signature)
        .build();
  }

  /** Reads what {@link #toJson} wrote. */
  public static AuditCheckpoint of(JsonObject json) {
    return new AuditCheckpoint(
        json.whole("checkpoint").orElseThrow(),
        json.text("hash").orElseThrow(),
        Instant.parse(json.text("at").orElseThrow()),
        json.text("key").orElseThrow(),
        json.text("signature").orElseThrow());
  }

  private static String told(long number, String hash, Instant at, String keyId) {
    return "athena audit checkpoint 1\n%d\n%s\n%s\n%s\n".formatted(number, hash, at, keyId);
  }
}
