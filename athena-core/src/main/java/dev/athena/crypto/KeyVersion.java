package dev.athena.crypto;

import dev.athena.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one version of a key; not the key.
 *
 * @param version counted from 0
 * @param keyId what stands before all that was sealed with it; of what is not sealed, the version
 * @param created when it was made
 * @param retired when a newer one took its place
 * @param destroyed when the key was removed for good
 */
public record KeyVersion(
    int version,
    int keyId,
    Instant created,
    @Nullable Instant retired,
    @Nullable Instant destroyed) {
  /** What a version is used for. */
  public enum State {
    /** Seals and hashes what is new. */
    NEWEST,
    /** Opens and finds what is old. */
    OLDER,
    /** Is gone. */
    DESTROYED
  }

  /** Returns what it is used for. */
  public State state() {
    if (destroyed != null) {
      return State.DESTROYED;
    }
    return retired == null ? State.NEWEST : State.OLDER;
  }

  KeyVersion retiredAt(Instant time) {
    return retired == null ? new KeyVersion(version, keyId, created, time, destroyed) : this;
  }

  KeyVersion destroyedAt(Instant time) {
    return destroyed == null ? new KeyVersion(version, keyId, created, retired, time) : this;
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .put("version", version)
        .put("id", keyId)
        .put("created", created.toString())
        .putIfPresent("retired", retired == null ? null : retired.toString())
        .putIfPresent("destroyed", destroyed == null ? null : destroyed.toString())
        .build();
  }

  static KeyVersion of(JsonObject json) {
    return new KeyVersion(
        Member.whole(json, "version"),
        Member.whole(json, "id"),
        Member.time(json, "created").orElseThrow(Member.missing("created")),
        Member.time(json, "retired").orElse(null),
        Member.time(json, "destroyed").orElse(null));
  }
}
