package dev.athena.app.transfer.source;

import dev.athena.error.Characters;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Text cut to a length that is taken.
 *
 * @param from the length it had, or null if nothing was cut
 */
record Cut(String text, @Nullable Integer from) {
  /** Returns the beginning of {@code text}, at most {@code max} characters. */
  static Cut of(String text, int max) {
    String first = Characters.first(text, max);
    return new Cut(first, first.length() == text.length() ? null : Characters.count(text));
  }

  /** Returns {@code value} with every text in it cut. */
  static Json deep(Json value, int max) {
    return switch (value) {
      case Json.Text(String text) -> Json.of(of(text, max).text());
      case JsonArray array ->
          new JsonArray(array.values().stream().map(each -> deep(each, max)).toList());
      case JsonObject object -> {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, deep(member, max)));
        yield new JsonObject(members);
      }
      default -> value;
    };
  }

  /** Notes in {@code details}, under {@code name}, how long the text was, if it was cut. */
  void note(JsonObject.Builder details, String name) {
    if (from != null) {
      details.put(name, from.longValue());
    }
  }
}
