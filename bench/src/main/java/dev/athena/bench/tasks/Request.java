package dev.athena.bench.tasks;

import dev.athena.json.Json;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;

/** A tool call as a model writes it. */
record Request(String tool, JsonObject arguments) {
  /** Returns a call; the words are names and values of arguments in turns. */
  static Request of(String tool, Object... words) {
    JsonObject.Builder arguments = JsonObject.builder();
    for (int i = 0; i + 1 < words.length; i += 2) {
      arguments.put((String) words[i], json(words[i + 1]));
    }
    return new Request(tool, arguments.build());
  }

  /** Returns what a model writes to make the call. */
  String written() {
    JsonObject call = JsonObject.builder().put("name", tool).put("arguments", arguments).build();
    return JsonCodec.write(call);
  }

  private static Json json(Object value) {
    return switch (value) {
      case Json json -> json;
      case Integer number -> Json.of(number.longValue());
      case String text -> Json.of(text);
      default -> throw new IllegalArgumentException(value + " is no argument");
    };
  }
}
