package dev.athena.operation;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What types are called in one language.
 *
 * @param simple by the type in a schema; {@code time} is a string with a format, {@code any} all
 *     else
 * @param listOf makes the name of a list out of that of its elements
 * @param oneOf makes the name of a choice between values
 * @param or stands between types of which it is one
 */
record TypeNames(
    Map<String, String> simple,
    Function<String, String> listOf,
    Function<List<Json>, String> oneOf,
    String or) {

  /** For people. */
  static final TypeNames WORDS =
      new TypeNames(
          Map.of(
              "string", "string",
              "time", "time",
              "integer", "whole number",
              "number", "number",
              "boolean", "true or false",
              "object", "object",
              "any", "any value"),
          element -> "list of " + element,
          values -> joined(values.stream().map(PythonText::of), " or "),
          " or ");

  /** For what a function of Python takes. */
  static final TypeNames PYTHON = python("str | datetime", "dict");

  /** For what a function of Python returns. */
  static final TypeNames PYTHON_ANSWER = python("str", "Record");

  /** For JSDoc. */
  static final TypeNames JAVASCRIPT =
      new TypeNames(
          Map.of(
              "string", "string",
              "time", "string|Date",
              "integer", "number",
              "number", "number",
              "boolean", "boolean",
              "object", "Object",
              "any", "*"),
          element -> element.contains("|") ? "(" + element + ")[]" : element + "[]",
          values -> joined(values.stream().map(JsonCodec::write), "|"),
          "|");

  /** Returns the name of the type that a schema allows. */
  String of(JsonObject schema) {
    if (schema.has("anyOf")) {
      return joined(
          elements(schema, "anyOf").map(JsonObject.class::cast).map(this::of).distinct(), or);
    }
    if (schema.has("enum")) {
      return oneOf.apply(elements(schema, "enum").toList());
    }
    return switch (schema.text("type").orElse("any")) {
      case "array" -> listOf.apply(of(schema.object("items").orElse(JsonObject.EMPTY)));
      case "string" -> name(schema.has("format") ? "time" : "string");
      case String type -> name(type);
    };
  }

  private String name(String type) {
    return simple.getOrDefault(type, simple.getOrDefault("any", type));
  }

  private static TypeNames python(String time, String object) {
    return new TypeNames(
        Map.of(
            "string", "str",
            "time", time,
            "integer", "int",
            "number", "float",
            "boolean", "bool",
            "object", object,
            "any", "object"),
        element -> "list[" + element + "]",
        values -> "Literal[" + joined(values.stream().map(PythonText::of), ", ") + "]",
        " | ");
  }

  private static Stream<Json> elements(JsonObject schema, String name) {
    return schema.array(name).orElse(JsonArray.EMPTY).values().stream();
  }

  private static String joined(Stream<String> names, String between) {
    return names.collect(Collectors.joining(between));
  }
}
