package dev.athena.execution;

import dev.athena.execution.Report.Body;
import dev.athena.execution.Report.Picture;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.json.WellFormed;
import java.util.List;

/** Writes a report as JSON. */
final class ReportJson {
  private ReportJson() {}

  static JsonObject of(Body body) {
    ReportScope scope = body.scope();
    JsonObject.Builder json =
        JsonObject.builder()
            .put("title", body.title())
            .put("tenant", scope.namespace().tenant())
            .put("project", scope.namespace().project())
            .put("from", scope.from().toString())
            .put("to", scope.to().toString())
            .put("zone", scope.zone().getId());
    JsonObject.Builder figures = JsonObject.builder();
    body.figures().forEach(figure -> figures.put(figure.name(), figure.value()));
    json.put("figures", figures.build()).put("notes", Json.ofTexts(body.notes()));
    Picture picture = body.picture();
    if (picture != null) {
      json.put("picture", picture(picture));
    }
    JsonObject.Builder tables = JsonObject.builder();
    body.tables().forEach(table -> tables.put(table.name(), table(table)));
    return (JsonObject) WellFormed.mended(json.put("tables", tables.build()).build());
  }

  private static JsonObject picture(Picture picture) {
    List<Json> bars =
        picture.bars().stream()
            .<Json>map(bar ->
                JsonObject.builder().put("label", bar.label()).put("count", bar.count()).build())
            .toList();
    return JsonObject.builder()
        .put("title", picture.title())
        .put("bars", new JsonArray(bars))
        .build();
  }

  private static JsonObject table(ReportTable table) {
    List<Json> rows = table.rows().stream().<Json>map(row -> row(table.columns(), row)).toList();
    return JsonObject.builder()
        .put("rows", new JsonArray(rows))
        .put("left_off", table.leftOff())
        .build();
  }

  private static JsonObject row(List<String> columns, List<Json> cells) {
    JsonObject.Builder row = JsonObject.builder();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), cells.get(i));
    }
    return row.build();
  }
}
