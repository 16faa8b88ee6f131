package dev.athena.operation;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills in the ids for which examples have placeholders, such as {@code $semantic}. */
public final class Examples {
  private static final String SAMPLE = "_01k9z3m5qd8t2v7x4b6n0c1h9r";
  private static final Map<String, String> SHOWN =
      Map.of(
          "semantic", "mem" + SAMPLE,
          "episodic", "evt" + SAMPLE,
          "procedural", "prc" + SAMPLE,
          "execution", "exe" + SAMPLE);

  private Examples() {}

  /** Returns the arguments of the example, with {@code ids} by the names of its placeholders. */
  public static JsonObject arguments(OperationSpec spec, Map<String, String> ids) {
    return (JsonObject) filled(spec.example(), ids);
  }

  /** Returns the arguments of the example as documentation shows them. */
  public static JsonObject shown(OperationSpec spec) {
    return arguments(spec, SHOWN);
  }

  private static Json filled(Json value, Map<String, String> ids) {
    return switch (value) {
      case Json.Text(String text) when text.startsWith("$") ->
          Json.of(ids.getOrDefault(text.substring(1), text));
      case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ -> value;
      case JsonArray(List<Json> values) ->
          new JsonArray(values.stream().map(element -> filled(element, ids)).toList());
      case JsonObject(Map<String, Json> members) -> {
        Map<String, Json> copy = new LinkedHashMap<>();
        members.forEach((name, member) -> copy.put(name, filled(member, ids)));
        yield new JsonObject(copy);
      }
    };
  }
}
