package dev.athena.audit;

import dev.athena.crypto.SigningKey;
import dev.athena.json.JsonObject;
import java.time.Instant;

/**
 * What stays of a part of the log that became too old to be kept: enough to check what follows.
 *
 * @param first the number of its first record
 * @param last the number of its last record
 * @param from when its first record was written
 * @param to before when its last record was written
 * @param hash that of its last record, which the next one follows
 * @param keyId names the key it was signed with
 * @param signature Ed25519 over {@link #told}, in base64
 */
public record AuditTombstone(
    long first,
    long last,
    Instant from,
    Instant to,
    String hash,
    Instant droppedAt,
    String keyId,
    String signature) {

  /** Signs that the records from {@code first} to a checkpoint were dropped for their age. */
  static AuditTombstone of(AuditRecord first, AuditCheckpoint last, Instant now, SigningKey key) {
    AuditTombstone unsigned =
        new AuditTombstone(
            first.number(),
            last.number(),
            first.event().at(),
            last.at(),
            last.hash(),
            now,
            key.verifying().id(),
            "");
    return unsigned.with(key.sign(unsigned.told()));
  }

  /** Returns whether it was signed with one of {@code keys}. */
  boolean isGenuine(AuditKeys keys) {
    return keys.signed(keyId, told(), signature);
  }

  /** Returns how many records were dropped. */
  public long records() {
    return last - first + 1;
  }

  /** Returns it as a line of an export has it. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("dropped", last)
        .put("first", first)
        .put("from", from.toString())
        .put("to", to.toString())
        .put("hash", hash)
        .put("at", droppedAt.toString())
        .put("key", keyId)
        .put("signature", signature)
        .build();
  }

  /** Reads what {@link #toJson} wrote. */
  public static AuditTombstone of(JsonObject json) {
    return new AuditTombstone(
        json.whole("first").orElseThrow(),
        json.whole("dropped").orElseThrow(),
        Instant.parse(json.text("from").orElseThrow()),
        Instant.parse(json.text("to").orElseThrow()),
        json.text("hash").orElseThrow(),
        Instant.parse(json.text("at").orElseThrow()),
        json.text("key").orElseThrow(),
        json.text("signature").orElseThrow());
  }

  private AuditTombstone with(String made) {
    return new AuditTombstone(first, last, from, to, hash, droppedAt, keyId, made);
  }

  private String told() {
    return "athena audit dropped 1\n%d\n%d\n%s\n%s\n%s\n%s\n%s\n"
        .formatted(first, last, from, to, hash, droppedAt, keyId);
  }
}
