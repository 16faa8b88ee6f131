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
  SqliteEpisodeStore(Sql sql, Seals seals) {
    super(sql, seals, MemoryKind.EPISODIC);
  }

  @Override
  IndexedColumns indexed(Episode episode) {
    return new IndexedColumns(
        null, episode.sessionId(), episode.eventType(), episode.happenedAt(), null, null);
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
    String type = MemoryColumns.type(filter.eventType(), seals());
    condition(query, arguments, "type collate nocase in ", keys(namespace, "type", type));
    condition(
        query, arguments, "session_id in ", keys(namespace, "session_id", filter.sessionId()));
    query.append("order by happened_at desc, seq desc limit ?");
    arguments.add(limit);
    return sql().list(query.toString(), this::memory, arguments.toArray());
  }

  @Override
  public List<MemoryId> neighbourhood(Namespace namespace, MemoryId id, int reach) {
    String session = find(namespace, id).map(Episode::sessionId).orElse(null);
    if (session == null) {
      return List.of(id);
    }
    List<Object> keys = seals().keys(namespace, "session_id", session);
    List<@Nullable Object> arguments = place(namespace, keys);
    arguments.addAll(
        sql()
            .first(
                "select happened_at, seq from memory where id = ?",
                row -> List.<Object>of(row.getLong(1), row.getLong(2)),
                id.value())
            .orElse(List.of()));
    arguments.add(reach);
    List<MemoryId> around = new ArrayList<>();
    around.addAll(beside("<", "desc", keys.size(), arguments));
    Collections.reverse(around);
    around.add(id);
    around.addAll(beside(">", "asc", keys.size(), arguments));
    return around;
  }

  /** Episodes of one moment keep the order in which they were stored. */
  private List<MemoryId> beside(
      String comparison, String order, int keys, List<@Nullable Object> arguments) {
    String query =
        """
        select id from memory where tenant = ? and project = ? and kind = ? and session_id in %s
          and (happened_at, seq) %s (?, ?)
        order by happened_at %s, seq %s limit ?
        """
            .formatted(Sql.marks(keys), comparison, order, order);
    return sql().list(query, row -> new MemoryId(row.getString(1)), arguments.toArray());
  }

  private @Nullable List<Object> keys(Namespace namespace, String column, @Nullable String value) {
    return value == null ? null : seals().keys(namespace, column, value);
  }

  private static void condition(
      StringBuilder query,
      List<@Nullable Object> arguments,
      String test,
      @Nullable List<Object> values) {
    if (values != null) {
      query.append("and ").append(test).append(Sql.marks(values.size())).append(' ');
      arguments.addAll(values);
    }
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
