package dev.athena.privacy;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.Optional;

/**
 * What a tenant wants to be private.
 *
 * @param isOn whether what is written is redacted without being asked for
 */
public record PrivacySettings(boolean isOn) {
  /** What holds where nobody said otherwise. */
  public static final PrivacySettings DEFAULT = new PrivacySettings(true);

  private static final String ON = "on";

  /** Reads what {@link #toJson} wrote. */
  static PrivacySettings of(JsonObject json) {
    return new PrivacySettings(!json.find(ON).equals(Optional.of(Json.of(false))));
  }

  /** Returns this as it is kept. */
  JsonObject toJson() {
    return JsonObject.builder().put(ON, isOn).build();
  }

  /** Returns what the audit tells of it, without anything that was declared. */
  JsonObject summary() {
    return JsonObject.builder().put(ON, isOn).build();
  }
}
