package dev.athena.store.sqlite;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.memory.MemoryKind;
import dev.athena.principal.Namespace;
import dev.athena.procedural.Procedure;
import dev.athena.procedural.ProcedureMetadata;
import dev.athena.procedural.ProcedureStore;
import java.util.List;
import java.util.Optional;

/** Procedures in the table {@code memory}. */
final class SqliteProcedureStore extends MemoryTable<Procedure> implements ProcedureStore {
  SqliteProcedureStore(Sql sql, Seals seals) {
    super(sql, seals, MemoryKind.PROCEDURAL);
  }

  @Override
  IndexedColumns indexed(Procedure procedure) {
    return new IndexedColumns(
        procedure.name(),
        null,
        procedure.metadata().category(),
        procedure.recordedAt(),
        null,
        null);
  }

  @Override
  JsonObject fields(Procedure procedure) {
    return JsonObject.builder()
        .put("name", procedure.name())
        .putIfPresent("category", procedure.metadata().category())
        .put("tags", Json.ofTexts(procedure.metadata().tags()))
        .put("details", procedure.metadata().details())
        .build();
  }

  @Override
  Procedure read(StoredRow row) {
    List<String> tags =
        row.fields().array("tags").orElse(JsonArray.EMPTY).values().stream()
            .map(value -> value instanceof Json.Text(String text) ? text : "")
            .toList();
    return new Procedure(
        row.id(),
        row.namespace(),
        row.fields().text("name").orElse(""),
        row.content(),
        new ProcedureMetadata(row.text("category"), tags, row.object("details")),
        row.recordedAt(),
        row.revision());
  }

  @Override
  public Optional<Procedure> named(Namespace namespace, String name) {
    List<Object> keys = seals().keys(namespace, "name", name);
    return sql()
        .first(
            COLUMNS
                + "where tenant = ? and project = ? and kind = ? and name in "
                + Sql.marks(keys.size()),
            this::memory,
            place(namespace, keys).toArray());
  }
}
