package dev.athena.store.sqlite;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.memory.Identity;
import dev.athena.memory.MemoryId;
import dev.athena.memory.MemoryKind;
import dev.athena.principal.Namespace;
import dev.athena.semantic.Fact;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.FactStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Facts in the table {@code memory}. */
final class SqliteFactStore extends MemoryTable<Fact> implements FactStore {
  static final String LAST_BEGUN = lastBegun(1);

  static final String FIRST_BEGUN = firstBegun(1);

  SqliteFactStore(Sql sql, Seals seals) {
    super(sql, seals, MemoryKind.SEMANTIC);
  }

  @Override
  IndexedColumns indexed(Fact fact) {
    return new IndexedColumns(
        fact.metadata().key(),
        null,
        fact.metadata().memoryType(),
        fact.holdsFrom(),
        IndexedColumns.value(fact.supersededBy()),
        fact.supersededAt());
  }

  @Override
  JsonObject fields(Fact fact) {
    FactMetadata metadata = fact.metadata();
    JsonObject.Builder fields =
        JsonObject.builder()
            .put("tags", Json.ofTexts(metadata.tags()))
            .put("confidence", metadata.confidence())
            .putIfPresent("source", metadata.source())
            .put("memory_type", metadata.memoryType())
            .putIfPresent("key", metadata.key())
            .put(
                "supersedes",
                Json.ofTexts(metadata.supersedes().stream().map(MemoryId::value).toList()))
            .put("details", metadata.details());
    putTime(fields, "valid_from", metadata.validFrom());
    putTime(fields, "valid_to", metadata.validTo());
    putTime(fields, "superseded_at", fact.supersededAt());
    return fields.build();
  }

  @Override
  Fact read(StoredRow row) {
    FactMetadata metadata =
        new FactMetadata(
            texts(row, "tags"),
            row.fields().find("confidence").map(SqliteFactStore::number).orElse(1.0),
            row.text("source"),
            row.fields().text("memory_type").orElse(FactMetadata.DEFAULT_TYPE),
            row.text("key"),
            row.time("valid_from"),
            row.time("valid_to"),
            texts(row, "supersedes").stream().map(MemoryId::new).toList(),
            row.object("details"));
    return new Fact(
        row.id(),
        row.namespace(),
        row.content(),
        metadata,
        row.recordedAt(),
        row.revision(),
        row.supersededBy(),
        row.time("superseded_at"));
  }

  @Override
  public List<Fact> standing(Namespace namespace, String key) {
    List<Object> keys = seals().keys(namespace, "name", key);
    return sql()
        .list(
            COLUMNS
                + "where tenant = ? and project = ? and kind = ? and name in "
                + Sql.marks(keys.size())
                + " and superseded_by is null order by id",
            this::memory,
            place(namespace, keys).toArray());
  }

  @Override
  public Optional<Fact> lastBegunBy(
      Namespace namespace, String key, Instant moment, MemoryId except) {
    List<Object> keys = seals().keys(namespace, "name", key);
    return first(lastBegun(keys.size()), namespace, keys, List.of(except.value(), moment));
  }

  @Override
  public Optional<Fact> firstBegunAfter(
      Namespace namespace, String key, Instant moment, MemoryId except) {
    List<Object> keys = seals().keys(namespace, "name", key);
    return first(firstBegun(keys.size()), namespace, keys, List.of(except.value(), moment));
  }

  private Optional<Fact> first(
      String query, Namespace namespace, List<Object> keys, List<Object> rest) {
    List<@Nullable Object> arguments = place(namespace, keys);
    for (Object each : rest) {
      arguments.add(each instanceof Instant moment ? (Object) moment.toEpochMilli() : each);
    }
    return sql().first(query, this::memory, arguments.toArray());
  }

  private static String lastBegun(int keys) {
    return underKey(keys) + "happened_at <= ? order by happened_at desc, seq desc limit 1";
  }

  private static String firstBegun(int keys) {
    return underKey(keys) + "happened_at > ? order by happened_at, seq limit 1";
  }

  private static String underKey(int keys) {
    return COLUMNS
        + "where tenant = ? and project = ? and kind = ? and name in "
        + Sql.marks(keys)
        + " and id <> ? and coalesce(superseded_at > happened_at, true) and ";
  }

  @Override
  public void supersede(Fact superseded) {
    replaceStanding(superseded, null);
  }

  @Override
  public void reinstate(Fact standing, Identity identity) {
    replaceStanding(standing, identity);
  }

  @Override
  public List<MemoryId> supersededBy(Namespace namespace, MemoryId newer) {
    return sql()
        .list(
            """
            select id from memory where tenant = ? and project = ? and superseded_by = ?
            order by id
            """,
            row -> new MemoryId(row.getString(1)),
            namespace.tenant(),
            namespace.project(),
            newer.value());
  }

  private static void putTime(JsonObject.Builder fields, String name, @Nullable Instant time) {
    if (time != null) {
      fields.put(name, time.toEpochMilli());
    }
  }

  private static List<String> texts(StoredRow row, String field) {
    return row.fields().array(field).orElse(JsonArray.EMPTY).values().stream()
        .map(value -> value instanceof Json.Text(String text) ? text : "")
        .toList();
  }

  private static double number(Json value) {
    return value instanceof Json.Num(var number) ? number.doubleValue() : 1;
  }
}
