package dev.athena.operation;

import dev.athena.error.ErrorCode;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** Writes documentation as JSON. */
final class JsonDocs {
  private JsonDocs() {}

  static JsonObject operation(OperationSpec spec, DetailLevel detail) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("name", spec.name())
            .put("path", spec.path())
            .put("signature", spec.signature());
    if (detail != DetailLevel.NAMES) {
      json.put("summary", spec.summary()).put("returns", spec.returns());
    }
    return detail == DetailLevel.FULL ? full(spec, json) : json.build();
  }

  static JsonObject category(
      String name, String summary, List<OperationSpec> operations, DetailLevel detail) {
    List<Json> all = operations.stream().<Json>map(spec -> operation(spec, detail)).toList();
    return JsonObject.builder()
        .put("name", name)
        .put("summary", summary)
        .put("operations", new JsonArray(all))
        .build();
  }

  private static JsonObject full(OperationSpec spec, JsonObject.Builder json) {
    List<Json> parameters = spec.parameters().stream().<Json>map(JsonDocs::parameter).toList();
    List<Json> errors = DocWords.failures(spec).stream().<Json>map(JsonDocs::error).toList();
    json.put("details", spec.details())
        .put("category", spec.category())
        .put("grant", spec.grant().wireName())
        .put("effect", spec.effect().name().toLowerCase(Locale.ROOT))
        .put("parameters", new JsonArray(parameters))
        .put("answer", spec.answerSchema())
        .put("errors", new JsonArray(errors));
    JsonObject.Builder example = JsonObject.builder().put("arguments", Examples.shown(spec));
    DocWords.python(spec).ifPresent(call -> example.put("python", call));
    return json.put("example", example.build()).build();
  }

  private static JsonObject parameter(ParameterSpec parameter) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("name", parameter.name())
            .put("doc", parameter.doc())
            .put("required", !parameter.optional());
    Json absent = parameter.ifAbsent();
    if (absent != null) {
      json.put("default", absent);
    }
    return json.put("schema", parameter.schema()).build();
  }

  private static JsonObject error(ErrorCode code) {
    return JsonObject.builder()
        .put("code", code.wireName())
        .put("meaning", DocWords.meaning(code))
        .build();
  }
}
