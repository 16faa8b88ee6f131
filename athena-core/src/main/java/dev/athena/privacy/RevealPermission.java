package dev.athena.privacy;

import dev.athena.detection.SensitiveType;
import java.time.Instant;
import java.util.Set;

/**
 * The right of a principal to see what stands behind pseudonyms of some types, for one purpose and
 * for a time. There is none that nobody gave.
 *
 * @param id begins with {@value #PREFIX}
 * @param purpose such as {@code support}; only who names the same purpose may use it
 */
public record RevealPermission(
    String id,
    String tenant,
    String principal,
    Set<SensitiveType> types,
    String purpose,
    Instant givenAt,
    Instant expiresAt) {
  /** What ids begin with. */
  public static final String PREFIX = "rvl";

  public RevealPermission {
    types = Set.copyOf(types);
  }

  /** Returns whether it may be used for a type at a time. */
  boolean covers(SensitiveType type, Instant now) {
    return types.contains(type) && !now.isBefore(givenAt) && now.isBefore(expiresAt);
  }
}
