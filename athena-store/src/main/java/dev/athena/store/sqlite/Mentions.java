package dev.athena.store.sqlite;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for words in what callers said, without regard to case.
 *
 * <p>The names of stored fields and the times and amounts in them are Athena's own and do not
 * count; what stands in them does, and so do the keys and numbers that callers gave.
 */
final class Mentions {
  /** Fields that say of which sort a memory is, or when it was: no subject is meant by those. */
  private static final Set<String> SORTS_AND_TIMES =
      Set.of("event_type", "memory_type", "timestamp", "valid_from", "valid_to");

  private final String wanted;
  private final String escaped;

  Mentions(String words) {
    this.wanted = words.toLowerCase(Locale.ROOT);
    String quoted = JsonCodec.write(Json.of(wanted)).toLowerCase(Locale.ROOT);
    this.escaped = quoted.substring(1, quoted.length() - 1);
  }

  /** Returns whether a text holds the words; null holds none. */
  boolean inText(@Nullable String text) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** Returns whether the stored fields of a memory hold the words; null holds none. */
  boolean inFields(@Nullable String fields) {
    return fields != null
        && fields.toLowerCase(Locale.ROOT).contains(escaped)
        && JsonCodec.readObject(fields).members().entrySet().stream()
            .filter(field -> !SORTS_AND_TIMES.contains(field.getKey()))
            .map(Map.Entry::getValue)
            .anyMatch(value -> !(value instanceof Json.Num) && in(value));
  }

  private boolean in(Json value) {
    return switch (value) {
      case Json.Text(String text) -> inText(text);
      case Json.Num(var number) -> inText(number.toString());
      case Json.Bool _, Json.Null _ -> false;
      case JsonArray(List<Json> values) -> values.stream().anyMatch(this::in);
      case JsonObject object ->
          object.members().entrySet().stream()
              .anyMatch(member -> inText(member.getKey()) || in(member.getValue()));
    };
  }
}
