package dev.athena.privacy;

import dev.athena.detection.CustomPattern;
import dev.athena.detection.Detector;
import dev.athena.detection.KnownNames;
import dev.athena.error.InvalidArgument;
import dev.athena.json.Doc;
import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import java.util.List;

/**
 * What a tenant wants to be private.
 *
 * @param isOn whether what is written is redacted without being asked for
 * @param names names and terms that are private wherever they stand
 */
public record PrivacySettings(
    @Doc(value = "", ifAbsent = "true") boolean isOn,
    @Doc(value = "", ifAbsent = "[]") List<String> names,
    @Doc(value = "", ifAbsent = "[]") List<PrivatePattern> patterns) {
  /** What holds where nobody said otherwise. */
  public static final PrivacySettings DEFAULT = new PrivacySettings(true, List.of(), List.of());

  public PrivacySettings {
    names = List.copyOf(names);
    patterns = List.copyOf(patterns);
    if (patterns.size() > CustomPattern.PATTERNS_MAX) {
      throw new InvalidArgument(
          "there are %,d patterns".formatted(patterns.size()),
          "declare up to %,d".formatted(CustomPattern.PATTERNS_MAX));
    }
  }

  /** Reads what {@link #toJson} wrote. */
  static PrivacySettings of(JsonObject json) {
    return (PrivacySettings) JsonBinder.BASIC.read(json, PrivacySettings.class, "");
  }

  /** Returns this as it is kept. */
  JsonObject toJson() {
    return (JsonObject) JsonBinder.BASIC.write(this, PrivacySettings.class);
  }

  /**
   * Returns what finds what is private, made of one that knows nothing of this tenant.
   *
   * @throws InvalidArgument if a name or a pattern cannot be used
   */
  Detector detector(Detector standard) {
    return standard
        .with(KnownNames.of(names))
        .with(patterns.stream().map(PrivatePattern::compiled).toList());
  }

  /** Returns what the audit tells of it, without anything that was declared. */
  JsonObject summary() {
    return JsonObject.builder()
        .put("on", isOn)
        .put("names", names.size())
        .put("patterns", patterns.size())
        .build();
  }
}
