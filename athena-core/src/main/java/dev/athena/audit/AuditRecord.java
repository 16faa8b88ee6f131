package dev.athena.audit;

import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.WireName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An event in its place in the log.
 *
 * @param number 1 for the first, one more for each that follows
 * @param hash SHA-256, in hexadecimal, over the hash before and the event as JSON
 */
public record AuditRecord(long number, AuditEvent event, String hash) {
  /** The hash that the first record follows. */
  public static final String BEGINNING = "0".repeat(64);

  /** Returns the record of {@code event} after one with {@code hashBefore}. */
  public static AuditRecord after(long number, String hashBefore, AuditEvent event) {
    return new AuditRecord(number, event, hash(number, hashBefore, told(event)));
  }

  /** Returns whether this follows a record with {@code hashBefore}. */
  boolean follows(String hashBefore) {
    return hash.equals(hash(number, hashBefore, told()));
  }

  /** Returns the event as it is hashed. */
  String told() {
    return told(event);
  }

  private static String told(AuditEvent event) {
    return JsonCodec.write(json(event));
  }

  /** Returns the hash of a record whose event is told so. */
  static String hash(long number, String before, String event) {
    String told = before + "\n" + number + "\n" + event;
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns an event as it is hashed: its members always in this order. */
  static JsonObject json(AuditEvent event) {
    return JsonObject.builder()
        .put("at", event.at().toString())
        .put("tenant", event.tenant())
        .put("principal", event.principal())
        .put("action", WireName.of(event.action()))
        .put("outcome", WireName.of(event.outcome()))
        .put("target", event.target())
        .put("reason", event.reason())
        .put("details", event.details())
        .build();
  }
}
