package dev.athena.semantic;

import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is true, or was.
 *
 * @param supersededBy the fact that took its place, or null while it stands
 * @param supersededAt when it was superseded, or null while it stands
 */
public record Fact(
    MemoryId id,
    Namespace namespace,
    String content,
    FactMetadata metadata,
    Instant recordedAt,
    int revision,
    @Nullable MemoryId supersededBy,
    @Nullable Instant supersededAt)
    implements Memory {
  /** The beginning of time, as far as it can be told. */
  private static final Instant ALWAYS = Instant.parse("0001-01-01T00:00:00Z");

  @Override
  public JsonObject fields() {
    return (JsonObject) JsonBinder.BASIC.write(metadata, FactMetadata.class);
  }

  /**
   * Returns when the fact began to hold: as it was told, else when it was recorded. One that had
   * ended by then held before, since nobody knows when.
   */
  public Instant holdsFrom() {
    Instant known = knownFrom();
    return known == null ? ALWAYS : known;
  }

  /** Returns the same, or null if it is not known. */
  public @Nullable Instant knownFrom() {
    Instant validFrom = metadata.validFrom();
    Instant validTo = metadata.validTo();
    boolean ended = validTo != null && !validTo.isAfter(recordedAt);
    return validFrom == null && !ended ? recordedAt : validFrom;
  }

  /** Returns the first moment at which the fact no longer holds, or null if that is open. */
  public @Nullable Instant holdsTo() {
    Instant validTo = metadata.validTo();
    Instant ended = supersededAt;
    if (validTo == null || ended == null) {
      return validTo == null ? ended : validTo;
    }
    return validTo.isBefore(ended) ? validTo : ended;
  }

  /**
   * Returns whether there was a time at which the fact held: it was not superseded before or when
   * it began. Times count in milliseconds, as they are stored.
   */
  public boolean heldAtAll() {
    Instant ended = supersededAt;
    return ended == null || ended.toEpochMilli() > holdsFrom().toEpochMilli();
  }

  /** Returns whether this fact has its place in the same history as {@code other}, at its time. */
  boolean hasPlaceOf(Fact other) {
    return Objects.equals(metadata.key(), other.metadata.key())
        && holdsFrom().toEpochMilli() == other.holdsFrom().toEpochMilli();
  }

  /** Returns this fact as superseded by another. */
  public Fact supersededBy(MemoryId newer, Instant at) {
    return new Fact(id, namespace, content, metadata, recordedAt, revision, newer, at);
  }

  /** Returns this fact as superseded by what superseded {@code other}, or standing if that does. */
  Fact supersededAs(Fact other) {
    return new Fact(
        id,
        namespace,
        content,
        metadata,
        recordedAt,
        revision,
        other.supersededBy,
        other.supersededAt);
  }

  /** Returns this fact as one that nothing has superseded. */
  public Fact standing() {
    return new Fact(id, namespace, content, metadata, recordedAt, revision, null, null);
  }
}
