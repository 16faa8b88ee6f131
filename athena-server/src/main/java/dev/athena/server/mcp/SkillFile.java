package dev.athena.server.mcp;

import dev.athena.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of a skill: where it is read, and what its bytes must come to. */
public record SkillFile(String uri, String digest, long size) {
  /** Returns the file {@code uri} that holds {@code bytes}. */
  public static SkillFile of(String uri, byte[] bytes) {
    return new SkillFile(uri, "sha256:" + HexFormat.of().formatHex(sha256(bytes)), bytes.length);
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  JsonObject toJson() {
    return JsonObject.builder().put("uri", uri).put("digest", digest).put("size", size).build();
  }
}
