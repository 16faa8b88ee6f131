package dev.athena.app.memory;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

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

  /** Returns the JSON of all that was typed for one parameter. */
  static Json json(JsonObject schema, List<String> typed) {
    if (isList(schema)) {
      JsonObject items = schema.object("items").orElse(JsonObject.EMPTY);
      return new JsonArray(typed.stream().map(one -> one(items, one)).toList());
    }
    return one(schema, String.join(" ", typed));
  }

  private static Json one(JsonObject schema, String typed) {
    return switch (type(schema)) {
      case "string" -> Json.of(typed);
      case "boolean" -> Json.of(Boolean.parseBoolean(typed));
      case "integer", "number" -> number(typed);
      default -> isJson(typed) ? JsonCodec.read(typed) : Json.of(typed);
    };
  }

  private static Json number(String typed) {
    try {
      return new Json.Num(new BigDecimal(typed));
    } catch (NumberFormatException _) {
      throw new TypeConversionException("'" + typed + "' is not a number");
    }
  }

  private static boolean isJson(String typed) {
    return typed.startsWith("{") || typed.startsWith("[");
  }

  private static String type(JsonObject schema) {
    return schema.text("type").orElse("");
  }
}
