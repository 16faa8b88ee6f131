package dev.athena.crypto;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All versions that a key of a tenant has or had, the oldest first.
 *
 * @param versions never empty; the last one is the newest
 */
public record KeyHistory(String tenant, Purpose purpose, List<KeyVersion> versions) {
  /** The most versions that are remembered; of those destroyed, the oldest are forgotten. */
  public static final int REMEMBERED_MAX = 64;

  public KeyHistory {
    versions = List.copyOf(versions);
    if (versions.isEmpty()) {
      throw KeychainDamaged.because("a key without versions", null);
    }
  }

  /** Returns the version that is used for what is new. */
  public KeyVersion newest() {
    return versions.getLast();
  }

  /** Returns the versions that only open and find what is old. */
  public List<KeyVersion> older() {
    return versions.stream().filter(each -> each.state() == KeyVersion.State.OLDER).toList();
  }

  /** Returns whether the newest version is of an age at which it should be rotated. */
  public boolean isDue(Instant now, Duration age) {
    return !newest().created().plus(age).isAfter(now);
  }

  KeyHistory with(KeyVersion newest) {
    List<KeyVersion> all = new ArrayList<>();
    versions.forEach(each -> all.add(each.retiredAt(newest.created())));
    all.add(newest);
    while (all.size() > REMEMBERED_MAX && all.getFirst().state() == KeyVersion.State.DESTROYED) {
      all.removeFirst();
    }
    return new KeyHistory(tenant, purpose, all);
  }

  KeyHistory destroyedBefore(int version, Instant now) {
    return new KeyHistory(
        tenant,
        purpose,
        versions.stream()
            .map(each -> each.version() < version ? each.destroyedAt(now) : each)
            .toList());
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .put("tenant", tenant)
        .put("purpose", purpose.name().toLowerCase(Locale.ROOT))
        .put(
            "versions", new JsonArray(versions.stream().map(each -> (Json) each.toJson()).toList()))
        .build();
  }

  static KeyHistory of(JsonObject json) {
    List<KeyVersion> versions = new ArrayList<>();
    for (Json each : json.array("versions").orElseThrow(Member.missing("versions")).values()) {
      if (!(each instanceof JsonObject version)) {
        throw KeychainDamaged.because("a version that is none", null);
      }
      versions.add(KeyVersion.of(version));
    }
    String purpose = Member.text(json, "purpose").toUpperCase(Locale.ROOT);
    for (Purpose each : Purpose.values()) {
      if (each.name().equals(purpose)) {
        return new KeyHistory(Member.text(json, "tenant"), each, versions);
      }
    }
    throw KeychainDamaged.because("a purpose that is none", null);
  }
}
