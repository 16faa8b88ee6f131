package dev.athena.operation;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes values and calls as Python has them. */
final class PythonText {
  private PythonText() {}

  static String of(Json value) {
    return switch (value) {
      case Json.Bool(boolean flag) -> flag ? "True" : "False";
      case Json.Null _ -> "None";
      case Json.Text _, Json.Num _ -> JsonCodec.write(value);
      case JsonArray(List<Json> values) ->
          values.stream().map(PythonText::of).collect(Collectors.joining(", ", "[", "]"));
      case JsonObject(Map<String, Json> members) ->
          members.entrySet().stream()
              .map(member -> of(Json.of(member.getKey())) + ": " + of(member.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /** Returns a call with named arguments. */
  static String call(String function, JsonObject arguments) {
    return arguments.members().entrySet().stream()
        .map(argument -> argument.getKey() + "=" + of(argument.getValue()))
        .collect(Collectors.joining(", ", function + "(", ")"));
  }
}
