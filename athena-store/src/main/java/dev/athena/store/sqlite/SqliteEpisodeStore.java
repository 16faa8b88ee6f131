package dev.athena.store.sqlite;

import dev.athena.episodic.Episode;
import dev.athena.episodic.EpisodeFilter;
import dev.athena.episodic.EpisodeStore;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.principal.Namespace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Episodes in the table {@code memory}. */
final class SqliteEpisodeStore extends MemoryTable<Episode> implements EpisodeStore {
  private static final String BEFORE = beside("<", "desc");
  private static final String AFTER = beside(">", "asc");

  SqliteEpisodeStore(Sql sql) {
    super(sql, MemoryKind.EPISODIC);
  }

  @Override
  IndexedColumns indexed(Episode episode) {
    return new IndexedColumns(
        null, episode.sessionId(), episode.eventType(), episode.happenedAt(), null);
  }

  @Override
  JsonObject fields(Episode episode) {
    return JsonObject.builder()
        .put("event_type", episode.eventType())
        .put("happened_at", episode.happenedAt().toEpochMilli())
        .putIfPresent("session_id", episode.sessionId())
        .putIfPresent("outcome", episode.outcome())
        .put("details", episode.details())
        .build();
  }

  @Override
  Episode read(StoredRow row) {
    return new Episode(
        row.id(),
        row.namespace(),
        row.content(),
        row.fields().text("event_type").orElse(""),
        Instant.ofEpochMilli(row.fields().whole("happened_at").orElse(0L)),
        row.text("session_id"),
        row.text("outcome"),
        row.object("details"),
        row.recordedAt(),
        row.revision());
  }

  @Override
  public List<Episode> newest(Namespace namespace, EpisodeFilter filter, int limit) {
    StringBuilder query = new StringBuilder(COLUMNS);
    query.append("where tenant = ? and project = ? and kind = 'episodic' ");
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(namespace.tenant());
    arguments.add(namespace.project());
    condition(query, arguments, "happened_at >= ?", millis(filter.from()));
    condition(query, arguments, "happened_at < ?", millis(filter.before()));
    condition(query, arguments, "type = ? collate nocase", filter.eventType());
    condition(query, arguments, "session_id = ?", filter.sessionId());
    query.append("order by happened_at desc, seq desc limit ?");
    arguments.add(limit);
    return sql().list(query.toString(), this::memory, arguments.toArray());
  }

  @Override
  public List<MemoryId> neighbourhood(Namespace namespace, MemoryId id, int reach) {
    Object[] place = {id.value(), namespace.tenant(), namespace.project(), reach};
    List<MemoryId> around = new ArrayList<>();
    around.addAll(sql().list(BEFORE, row -> new MemoryId(row.getString(1)), place));
    Collections.reverse(around);
    around.add(id);
    around.addAll(sql().list(AFTER, row -> new MemoryId(row.getString(1)), place));
    return around;
  }

  /** Episodes of one moment keep the order in which they were stored. */
  private static String beside(String comparison, String order) {
    return """
    select o.id from memory m join memory o
      on o.tenant = m.tenant and o.project = m.project and o.session_id = m.session_id
      and o.kind = 'episodic' and (o.happened_at, o.seq) %s (m.happened_at, m.seq)
    where m.id = ? and m.tenant = ? and m.project = ?
    order by o.happened_at %s, o.seq %s limit ?
    """
        .formatted(comparison, order, order);
  }

  private static void condition(
      StringBuilder query, List<@Nullable Object> arguments, String test, @Nullable Object value) {
    if (value != null) {
      query.append("and ").append(test).append(' ');
      arguments.add(value);
    }
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
