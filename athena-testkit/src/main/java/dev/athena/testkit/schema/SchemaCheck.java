package dev.athena.testkit.schema;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares JSON with a JSON Schema of the keywords that Athena's own schemas use.
 *
 * <p>A keyword it does not know is an error, so that none is passed over in silence.
 */
public final class SchemaCheck {
  private static final Set<String> WORDLESS = Set.of("description", "default", "title");

  private final List<String> problems = new ArrayList<>();

  private SchemaCheck() {}

  /** Returns what about {@code value} is not as {@code schema} has it; empty if all is well. */
  public static List<String> problems(JsonObject schema, Json value) {
    SchemaCheck check = new SchemaCheck();
    check.compare(schema, value, "$");
    return check.problems;
  }

  private void compare(JsonObject schema, Json value, String path) {
    schema
        .members()
        .forEach((keyword, wanted) -> {
          switch (keyword) {
            case "type" -> type(text(wanted), value, path);
            case "enum" -> allow(((JsonArray) wanted).values().contains(value), "value", path);
            case "properties" -> properties((JsonObject) wanted, value, path);
            case "required" -> required((JsonArray) wanted, value, path);
            case "additionalProperties" -> additional(schema, wanted, value, path);
            case "items" -> items((JsonObject) wanted, value, path);
            case "anyOf" -> anyOf((JsonArray) wanted, value, path);
            case "format" -> allow(isTime(text(wanted), value), "format", path);
            case "pattern" ->
                allow(Pattern.compile(text(wanted)).matcher(text(value)).find(), "pattern", path);
            default -> allow(WORDLESS.contains(keyword), "unknown keyword " + keyword, path);
          }
        });
  }

  private void type(String wanted, Json value, String path) {
    boolean isWhole =
        value instanceof Json.Num(BigDecimal number) && number.stripTrailingZeros().scale() <= 0;
    allow(
        wanted.equals("integer") ? isWhole : wanted.equals(value.typeName()),
        "is a " + value.typeName() + ", not a " + wanted,
        path);
  }

  private void properties(JsonObject wanted, Json value, String path) {
    if (value instanceof JsonObject(Map<String, Json> members)) {
      wanted
          .members()
          .forEach((name, schema) -> {
            Json member = members.get(name);
            if (member != null) {
              compare((JsonObject) schema, member, path + "." + name);
            }
          });
    }
  }

  private void required(JsonArray wanted, Json value, String path) {
    if (value instanceof JsonObject object) {
      wanted.values().forEach(name -> allow(object.has(text(name)), "has no " + text(name), path));
    }
  }

  private void additional(JsonObject schema, Json wanted, Json value, String path) {
    if (value instanceof JsonObject object && wanted.equals(Json.of(false))) {
      JsonObject known = schema.object("properties").orElse(JsonObject.EMPTY);
      object
          .members()
          .keySet()
          .forEach(name -> allow(known.has(name), "has the unknown member " + name, path));
    }
  }

  private void items(JsonObject wanted, Json value, String path) {
    if (value instanceof JsonArray(List<Json> values)) {
      for (int i = 0; i < values.size(); i++) {
        compare(wanted, values.get(i), path + "[" + i + "]");
      }
    }
  }

  private void anyOf(JsonArray wanted, Json value, String path) {
    boolean fits =
        wanted.values().stream().anyMatch(schema -> problems((JsonObject) schema, value).isEmpty());
    allow(fits, "fits none of anyOf", path);
  }

  private static boolean isTime(String format, Json value) {
    if (!format.equals("date-time") || !(value instanceof Json.Text(String text))) {
      return false;
    }
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private void allow(boolean right, String problem, String path) {
    if (!right) {
      problems.add(path + ": " + problem);
    }
  }

  private static String text(Json value) {
    return value instanceof Json.Text(String text) ? text : "";
  }
}
