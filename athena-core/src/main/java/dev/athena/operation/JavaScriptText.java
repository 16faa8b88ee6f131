package dev.athena.operation;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values, names and calls as JavaScript has them. */
final class JavaScriptText {
  private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])_([a-z0-9])");

  private JavaScriptText() {}

  static String of(Json value) {
    return switch (value) {
      case Json.Bool _, Json.Null _, Json.Text _, Json.Num _ -> JsonCodec.write(value);
      case JsonArray(List<Json> values) -> list(values);
      case JsonObject(Map<String, Json> members) ->
          members.isEmpty()
              ? "{}"
              : members.entrySet().stream()
                  .map(member -> key(member.getKey()) + ": " + of(member.getValue()))
                  .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }

  static String list(List<? extends Json> values) {
    return values.stream().map(JavaScriptText::of).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Returns the name that something has in JavaScript, such as {@code asOf} for {@code as_of}. */
  static String name(String wireName) {
    return WORD_START.matcher(wireName).replaceAll(match -> DocWords.capitalised(match.group(1)));
  }

  /** Returns a call with named arguments. */
  static String call(String function, JsonObject arguments) {
    JsonObject.Builder named = JsonObject.builder();
    arguments.members().forEach((name, value) -> named.put(name(name), value));
    return function + "(" + (arguments.members().isEmpty() ? "" : of(named.build())) + ")";
  }

  private static String key(String name) {
    return BARE_KEY.matcher(name).matches() ? name : JsonCodec.write(Json.of(name));
  }
}
