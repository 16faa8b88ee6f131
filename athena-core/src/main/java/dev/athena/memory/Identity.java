package dev.athena.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What makes two memories the same: SHA-256 over the kind, the normalised content and the identity
 * fields of the kind.
 *
 * <p>Content is normalised to Unicode NFC, trimmed, and runs of white space count as one blank.
 * Case and punctuation count. Each field enters with its length, so that no two lists of fields can
 * run together into one.
 */
public record Identity(String sha256) {
  /** Returns the identity of a memory of {@code kind}; a null field counts as absent. */
  public static Identity of(MemoryKind kind, String content, @Nullable String... fields) {
    MessageDigest digest = sha256Digest();
    feed(digest, kind.wireName());
    feed(digest, TextForms.composed(content).strip());
    for (String field : fields) {
      feed(digest, field);
    }
    return new Identity(HexFormat.of().formatHex(digest.digest()));
  }

  private static void feed(MessageDigest digest, @Nullable String field) {
    byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
    int length = field == null ? -1 : bytes.length;
    digest.update((byte) (length >>> 24));
    digest.update((byte) (length >>> 16));
    digest.update((byte) (length >>> 8));
    digest.update((byte) length);
    digest.update(bytes);
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
