package dev.athena.memory;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for words in what callers said, without regard to case, to how white space is written and
 * to how letters are composed. Words that hold nothing but white space are found nowhere.
 *
 * <p>The names of Athena's own fields, and what they say of sorts, times and certainty, do not
 * count: nobody means them by a subject. What stands in the other fields does, and so do the names
 * and numbers that callers gave.
 */
public final class Mentions {
  private static final Set<String> SORTS_TIMES_AND_CERTAINTY =
      Set.of(
          "event_type",
          "memory_type",
          "timestamp",
          "happened_at",
          "valid_from",
          "valid_to",
          "superseded_at",
          "confidence");

  private static final Set<String> OWN_NAMES =
      Set.of(
          "tags",
          "source",
          "key",
          "supersedes",
          "session_id",
          "outcome",
          "name",
          "category",
          "details");

  private final String wanted;

  public Mentions(String words) {
    this.wanted = TextForms.folded(words).strip();
  }

  /** Returns whether a text holds the words. */
  public boolean inText(String text) {
    return !wanted.isEmpty() && TextForms.folded(text).contains(wanted);
  }

  /** Returns whether the fields of a memory hold the words. */
  public boolean inFields(JsonObject fields) {
    return fields.members().entrySet().stream()
        .filter(field -> !SORTS_TIMES_AND_CERTAINTY.contains(field.getKey()))
        .anyMatch(this::inField);
  }

  private boolean inField(Map.Entry<String, Json> field) {
    boolean named = !OWN_NAMES.contains(field.getKey()) && inText(field.getKey());
    return named || in(field.getValue());
  }

  private boolean in(Json value) {
    return switch (value) {
      case Json.Text(String text) -> inText(text);
      case Json.Num(var number) -> inText(number.toPlainString());
      case Json.Bool _, Json.Null _ -> false;
      case JsonArray(List<Json> values) -> values.stream().anyMatch(this::in);
      case JsonObject object ->
          object.members().entrySet().stream()
              .anyMatch(member -> inText(member.getKey()) || in(member.getValue()));
    };
  }
}
