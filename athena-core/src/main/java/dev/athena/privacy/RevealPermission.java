package dev.athena.privacy;

import dev.athena.detection.SensitiveClass;
import dev.athena.detection.SensitiveType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The right of a principal to see what stands behind pseudonyms of some types, or to have it sent
 * to hosts, for one purpose and for a time. There is none that nobody gave.
 *
 * @param id begins with {@value #PREFIX}
 * @param purpose such as {@code support}; only who names the same purpose may use it
 * @param hosts where it may be sent; if there are any, nobody may see it by this permission
 */
public record RevealPermission(
    String id,
    String tenant,
    String principal,
    Set<SensitiveType> types,
    String purpose,
    List<String> hosts,
    Instant givenAt,
    Instant expiresAt) {
  /** What ids begin with. */
  public static final String PREFIX = "rvl";

  public RevealPermission {
    types = Set.copyOf(types);
    hosts = List.copyOf(hosts);
  }

  /** Returns whether values of a type may be seen at a time. */
  boolean covers(SensitiveType type, Instant now) {
    return hosts.isEmpty() && holds(type, now);
  }

  /** Returns whether values of a type may be sent to a host; a credential only to one by name. */
  boolean lets(SensitiveType type, Crossing crossing, Instant now) {
    boolean byName = type.sensitiveClass() == SensitiveClass.SECRET;
    return principal.equals(crossing.caller().principal().name())
        && purpose.equals(crossing.purpose())
        && holds(type, now)
        && hosts.stream()
            .map(HostPattern::of)
            .flatMap(Optional::stream)
            .filter(host -> !byName || !host.isBelow())
            .anyMatch(host -> host.allows(crossing.host(), crossing.port()));
  }

  private boolean holds(SensitiveType type, Instant now) {
    return types.contains(type) && !now.isBefore(givenAt) && now.isBefore(expiresAt);
  }
}
