package dev.athena.server.tools;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.operation.OperationSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schemas of tools, made from those of operations.
 *
 * <p>They are part of every conversation, so they say what a model needs to make a call and no
 * more: of an argument its type, its meaning and its default, of an answer the types of its
 * members. What is ruled out beyond that is checked by the operation, and the documentation has all
 * of it.
 */
final class ToolSchemas {
  /** What a list is called where an answer must be an object. */
  static final String LIST = "results";

  /** What a single value is called where an answer must be an object. */
  static final String VALUE = "result";

  private ToolSchemas() {}

  static JsonObject input(OperationSpec spec) {
    return input(spec.argumentsSchema());
  }

  static JsonObject output(OperationSpec spec) {
    JsonObject answer = spec.answerSchema();
    JsonObject members =
        isObject(spec)
            ? answer.object("properties").orElse(JsonObject.EMPTY)
            : JsonObject.builder().put(nameOf(spec), answer).build();
    return JsonObject.builder()
        .put("type", "object")
        .put("properties", eachMember(members, ToolSchemas::typeOnly))
        .build();
  }

  /** Returns an answer as structured content, which has to be an object. */
  static JsonObject structured(OperationSpec spec, Json answer) {
    return answer instanceof JsonObject object && isObject(spec)
        ? object
        : JsonObject.builder().put(nameOf(spec), answer).build();
  }

  private static JsonObject input(JsonObject schema) {
    Map<String, Json> kept = new LinkedHashMap<>();
    schema
        .members()
        .forEach((keyword, value) -> {
          if (isNeeded(keyword, value, schema)) {
            kept.put(
                keyword,
                switch (keyword) {
                  case "properties" -> eachMember(value, ToolSchemas::input);
                  case "items" -> each(value, ToolSchemas::input);
                  case "anyOf" -> eachElement(value);
                  default -> value;
                });
          }
        });
    return new JsonObject(kept);
  }

  /** The names of a choice speak for themselves, and so does an empty object. */
  private static boolean isNeeded(String keyword, Json value, JsonObject schema) {
    return switch (keyword) {
      case "additionalProperties", "pattern", "format" -> false;
      case "description" -> !schema.has("enum");
      case "default" -> !value.equals(JsonObject.EMPTY);
      default -> true;
    };
  }

  private static JsonObject typeOnly(JsonObject schema) {
    Map<String, Json> kept = new LinkedHashMap<>();
    schema
        .members()
        .forEach((keyword, value) -> {
          switch (keyword) {
            case "type" -> kept.put(keyword, value);
            case "items" -> kept.put(keyword, each(value, ToolSchemas::typeOnly));
            case "anyOf" -> kept.put(keyword, eachElement(value));
            default -> {}
          }
        });
    return new JsonObject(kept);
  }

  private static boolean isObject(OperationSpec spec) {
    return spec.answerSchema().text("type").orElse("").equals("object");
  }

  private static String nameOf(OperationSpec spec) {
    return spec.answerSchema().text("type").orElse("").equals("array") ? LIST : VALUE;
  }

  /** Makes a smaller schema of a schema. */
  @FunctionalInterface
  private interface Smaller {
    JsonObject of(JsonObject schema);
  }

  private static Json each(Json value, Smaller smaller) {
    return value instanceof JsonObject schema ? smaller.of(schema) : value;
  }

  private static Json eachMember(Json value, Smaller smaller) {
    if (!(value instanceof JsonObject(Map<String, Json> members))) {
      return value;
    }
    Map<String, Json> made = new LinkedHashMap<>();
    members.forEach((name, member) -> made.put(name, each(member, smaller)));
    return new JsonObject(made);
  }

  private static Json eachElement(Json value) {
    return value instanceof JsonArray(List<Json> values)
        ? new JsonArray(values.stream().map(one -> each(one, ToolSchemas::typeOnly)).toList())
        : value;
  }
}
