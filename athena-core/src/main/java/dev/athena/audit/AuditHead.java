package dev.athena.audit;

import dev.athena.crypto.SecretKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Where the log ends, so that nobody can cut off its last records.
 *
 * @param number that of the last record; 0 for none
 * @param hash that of the last record
 * @param seal made of both with the newest key there was, in hexadecimal
 */
public record AuditHead(long number, String hash, String seal) {
  /** Returns the end of a log that ends with this record. */
  public static AuditHead of(long number, String hash, SecretKey key) {
    return new AuditHead(number, hash, seal(number, hash, key));
  }

  /** Returns whether it was made with one of {@code keys}. */
  public boolean isGenuine(List<SecretKey> keys) {
    return keys.stream()
        .anyMatch(key ->
            MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.UTF_8),
                seal(number, hash, key).getBytes(StandardCharsets.UTF_8)));
  }

  private static String seal(long number, String hash, SecretKey key) {
    String told = "audit head\n" + number + "\n" + hash;
    return HexFormat.of().formatHex(key.hash().of(told.getBytes(StandardCharsets.UTF_8)));
  }
}
