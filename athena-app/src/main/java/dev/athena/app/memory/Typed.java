package dev.athena.app.memory;

import dev.athena.app.context.WrongUse;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import dev.athena.json.MalformedJson;
import java.math.BigDecimal;
import java.util.List;

/** Makes of what was typed the JSON that a parameter's schema asks for. */
final class Typed {
  private Typed() {}

  /** Returns whether a parameter of {@code schema} is a switch, on when it is named. */
  static boolean isSwitch(JsonObject schema) {
    return type(schema).equals("boolean");
  }

  /** Returns whether a parameter of {@code schema} may be given several times. */
  static boolean isList(JsonObject schema) {
    return type(schema).equals("array");
  }

  /**
   * Returns the JSON of all that was typed for one parameter.
   *
   * @param name what the command line calls the parameter
   * @throws WrongUse if it is none
   */
  static Json json(String name, JsonObject schema, List<String> typed) {
    if (isList(schema)) {
      JsonObject items = schema.object("items").orElse(JsonObject.EMPTY);
      return new JsonArray(typed.stream().map(one -> one(name, items, one)).toList());
    }
    return one(name, schema, String.join(" ", typed));
  }

  private static Json one(String name, JsonObject schema, String typed) {
    return switch (type(schema)) {
      case "string" -> Json.of(typed);
      case "boolean" -> Json.of(Boolean.parseBoolean(typed));
      case "integer", "number" -> number(name, typed);
      default -> isJson(typed) ? parsed(name, typed) : Json.of(typed);
    };
  }

  private static Json number(String name, String typed) {
    try {
      return new Json.Num(new BigDecimal(typed));
    } catch (NumberFormatException _) {
      throw new WrongUse(name + " is " + typed + "; send a number");
    }
  }

  private static Json parsed(String name, String typed) {
    try {
      return JsonCodec.read(typed);
    } catch (MalformedJson e) {
      throw new WrongUse(name + ": " + e.problem());
    }
  }

  private static boolean isJson(String typed) {
    return typed.startsWith("{") || typed.startsWith("[");
  }

  private static String type(JsonObject schema) {
    return schema.text("type").orElse("");
  }
}
