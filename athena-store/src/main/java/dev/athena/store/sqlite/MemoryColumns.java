package dev.athena.store.sqlite;

import dev.athena.crypto.Place;
import dev.athena.memory.Identity;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is not sealed in a row of the table {@code memory}, but for its usage. What is compared is a
 * hash if the row is sealed.
 */
record MemoryColumns(
    MemoryId id,
    Namespace namespace,
    String kind,
    @Nullable Object identity,
    @Nullable Object name,
    @Nullable Object sessionId,
    @Nullable Object type,
    long happenedAt,
    long recordedAt,
    int revision,
    @Nullable String supersededBy,
    @Nullable Long supersededAt) {

  /** What every query selects whose rows are read here, in this order. */
  static final String SELECTED =
      """
      id, tenant, project, kind, identity, name, session_id, type, happened_at, recorded_at,
      revision, superseded_by, superseded_at, content, fields, epoch \
      """;

  private static final String TABLE = "memory";

  /** Reads the columns off a row that begins with {@link #SELECTED}. */
  static MemoryColumns read(ResultSet row) throws SQLException {
    long at = row.getLong(13);
    @Nullable Long supersededAt = row.wasNull() ? null : Long.valueOf(at);
    return new MemoryColumns(
        new MemoryId(row.getString(1)),
        new Namespace(row.getString(2), row.getString(3)),
        row.getString(4),
        row.getBytes(5),
        row.getObject(6),
        row.getObject(7),
        row.getObject(8),
        row.getLong(9),
        row.getLong(10),
        row.getInt(11),
        row.getString(12),
        supersededAt);
  }

  /** Returns what stands in the columns of a memory that is written. */
  static MemoryColumns of(
      Written written, IndexedColumns indexed, byte @Nullable [] identity, Seals seals) {
    Namespace place = written.namespace();
    Instant supersededAt = indexed.supersededAt();
    return new MemoryColumns(
        written.id(),
        place,
        written.kind(),
        seals.key(place, "identity", identity),
        seals.key(place, "name", indexed.name()),
        seals.key(place, "session_id", indexed.sessionId()),
        seals.key(place, "type", type(indexed.type(), seals)),
        indexed.happenedAt().toEpochMilli(),
        written.recordedAt().toEpochMilli(),
        written.revision(),
        indexed.supersededBy(),
        supersededAt == null ? null : supersededAt.toEpochMilli());
  }

  /** Returns this with what is compared hashed by the newest key. */
  MemoryColumns keyed(IndexedColumns indexed, @Nullable Identity named, Seals seals) {
    return new MemoryColumns(
        id,
        namespace,
        kind,
        seals.key(namespace, "identity", MemoryFields.bytes(named)),
        seals.key(namespace, "name", indexed.name()),
        seals.key(namespace, "session_id", indexed.sessionId()),
        seals.key(namespace, "type", type(indexed.type(), seals)),
        happenedAt,
        recordedAt,
        revision,
        supersededBy,
        supersededAt);
  }

  /** Which memory is written. */
  record Written(MemoryId id, Namespace namespace, String kind, Instant recordedAt, int revision) {}

  /** Types are found without regard to the case of ASCII letters, as SQLite compares them. */
  static @Nullable String type(@Nullable String type, Seals seals) {
    if (type == null || !seals.isOn()) {
      return type;
    }
    StringBuilder lower = new StringBuilder(type);
    for (int i = 0; i < lower.length(); i++) {
      char letter = lower.charAt(i);
      if (letter >= 'A' && letter <= 'Z') {
        lower.setCharAt(i, (char) (letter + ('a' - 'A')));
      }
    }
    return lower.toString();
  }

  /** Returns where the content of one revision stands, also once it is an earlier one. */
  static Place content(Namespace namespace, MemoryId id, int revision) {
    return new Place(namespace.tenant(), TABLE, Binding.of(id.value(), revision), "content");
  }

  /** Returns where the content stands. */
  Place content() {
    return content(namespace, id, revision);
  }

  /** Returns where the fields stand, which are bound to all that is here. */
  Place fields() {
    String row =
        Binding.of(
            id.value(),
            namespace.project(),
            kind,
            identity,
            name,
            sessionId,
            type,
            happenedAt,
            recordedAt,
            revision,
            supersededBy,
            supersededAt);
    return new Place(namespace.tenant(), TABLE, row, "fields");
  }
}
