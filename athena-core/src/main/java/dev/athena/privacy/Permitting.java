package dev.athena.privacy;

import dev.athena.audit.AuditAction;
import dev.athena.audit.AuditEvent;
import dev.athena.audit.AuditLog;
import dev.athena.audit.AuditOutcome;
import dev.athena.detection.SensitiveClass;
import dev.athena.detection.SensitiveType;
import dev.athena.error.InvalidArgument;
import dev.athena.json.JsonObject;
import dev.athena.principal.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * Gives and takes away the right to see what stands behind pseudonyms, or to have it sent; the
 * audit tells of both.
 */
public final class Permitting {
  /** The longest time for which a permission is given. */
  public static final Duration TIME_MAX = Duration.ofDays(366);

  /** The most permissions of a tenant, those that ended among them. */
  public static final int PERMISSIONS_MAX = 1_000;

  /** The most hosts of a permission. */
  public static final int HOSTS_MAX = 50;

  private static final String GIVEN_AT = "given_at";
  private static final String EXPIRES_AT = "expires_at";

  private final Privacy.World world;

  Permitting(Privacy.World world) {
    this.world = world;
  }

  /**
   * What is to be permitted, and for how long from now.
   *
   * @param hosts where it may be sent, as {@link HostPattern} has them; if none, it may be seen
   */
  public record Wanted(
      String principal,
      Set<SensitiveType> types,
      String purpose,
      List<String> hosts,
      Duration time) {
    public Wanted {
      types = Set.copyOf(types);
      purpose = purpose.strip();
      hosts = hosts.stream().map(Wanted::host).distinct().toList();
      if (types.isEmpty()) {
        throw new InvalidArgument("no type is named", "name one, such as email");
      }
      if (hosts.size() > HOSTS_MAX) {
        throw new InvalidArgument(
            "%,d hosts are named".formatted(hosts.size()), "name up to " + HOSTS_MAX);
      }
      checkCredentials(types, hosts);
      if (purpose.isEmpty() || purpose.length() > RevealRequest.PURPOSE_LENGTH_MAX) {
        throw new InvalidArgument(
            "purpose has %,d characters".formatted(purpose.length()),
            "say in a word or two what for, such as review");
      }
      if (!time.isPositive() || time.compareTo(TIME_MAX) > 0) {
        throw new InvalidArgument(
            "it would last %,d hours".formatted(time.toHours()),
            "give it for up to %d days".formatted(TIME_MAX.toDays()));
      }
    }

    /** Asks for the right to see. */
    public Wanted(String principal, Set<SensitiveType> types, String purpose, Duration time) {
      this(principal, types, purpose, List.of(), time);
    }

    private static String host(String given) {
      return HostPattern.of(given)
          .map(HostPattern::text)
          .orElseThrow(() ->
              new InvalidArgument(
                  "\"" + given + "\" is no host",
                  "name one such as api.example.org, *.example.org or example.org:8443"));
    }

    private static void checkCredentials(Set<SensitiveType> types, List<String> hosts) {
      List<SensitiveType> credentials =
          types.stream()
              .filter(type -> type.sensitiveClass() == SensitiveClass.SECRET)
              .sorted()
              .toList();
      if (credentials.isEmpty()) {
        return;
      }
      String first = TypeWords.of(credentials.subList(0, 1), "");
      if (hosts.isEmpty()) {
        throw new InvalidArgument(
            first + " is a credential, and none is ever shown",
            "name types of personal data, such as email; or the host it may be sent to");
      }
      if (hosts.stream().anyMatch(host -> host.startsWith("*"))) {
        throw new InvalidArgument(
            first + " is a credential, which goes to no hosts but those named",
            "name each host in full, without a star");
      }
    }
  }

  /** Gives a permission. */
  public RevealPermission permit(Caller by, Wanted wanted) {
    String tenant = by.namespace().tenant();
    Instant now = world.clock().instant().truncatedTo(ChronoUnit.MILLIS); // as it is kept
    RevealPermission permission =
        new RevealPermission(
            world.ids().next(RevealPermission.PREFIX),
            tenant,
            wanted.principal(),
            wanted.types(),
            wanted.purpose(),
            wanted.hosts(),
            now,
            now.plus(wanted.time()));
    return world
        .vault()
        .write(tx -> {
          RevealPermissions permissions = tx.store(RevealPermissions.class);
          if (permissions.all(tenant).size() >= PERMISSIONS_MAX) {
            throw new InvalidArgument(
                "there are %,d permissions already".formatted(PERMISSIONS_MAX),
                "take away those that are not needed");
          }
          permissions.add(permission);
          tx.store(AuditLog.class).append(event(by, permission.id(), details(permission)));
          return permission;
        });
  }

  /** Takes a permission away; returns whether it was there. */
  public boolean revoke(Caller by, String id) {
    return world
        .vault()
        .write(tx -> {
          boolean there = tx.store(RevealPermissions.class).remove(by.namespace().tenant(), id);
          if (there) {
            tx.store(AuditLog.class)
                .append(event(by, id, JsonObject.builder().put("revoked", true).build()));
          }
          return there;
        });
  }

  /** Returns the permissions of a tenant, those that ended among them. */
  public List<RevealPermission> all(String tenant) {
    return world.vault().read(tx -> tx.store(RevealPermissions.class).all(tenant));
  }

  private AuditEvent event(Caller by, String id, JsonObject details) {
    return new AuditEvent(
        world.clock().instant(),
        by.namespace().tenant(),
        by.principal().name(),
        AuditAction.PERMISSION,
        AuditOutcome.DONE,
        id,
        "",
        details);
  }

  private static JsonObject details(RevealPermission permission) {
    JsonObject.Builder details =
        JsonObject.builder()
            .put("principal", permission.principal())
            .put("types", TypeWords.of(permission.types(), ", "))
            .put("purpose", permission.purpose());
    if (!permission.hosts().isEmpty()) {
      details.put("hosts", String.join(", ", permission.hosts()));
    }
    return details
        .put(GIVEN_AT, permission.givenAt().toString())
        .put(EXPIRES_AT, permission.expiresAt().toString())
        .build();
  }
}
