package dev.athena.privacy;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sensitive texts in a JSON tree: of its strings, its long numbers and the names of its
 * members.
 *
 * <p>A value is looked at after the name of its member, as it would be written, because often the
 * name alone says that it is a password.
 */
final class JsonTexts {
  /** Shorter numbers identify nobody. */
  private static final int DIGITS_MIN = 9;

  /** Longer ones are of nobody. */
  private static final int DIGITS_MAX = 40;

  private final Json tree;
  private final Function<String, Marked> marking;
  private final Map<Slot, Marked> found = new LinkedHashMap<>();

  /** A text, and the name of the member that holds it; an empty one if none does. */
  private record Slot(String name, String text) {}

  private JsonTexts(Json tree, Function<String, Marked> marking) {
    this.tree = tree;
    this.marking = marking;
  }

  /** Finds what is sensitive in {@code tree}. */
  static JsonTexts mark(Json tree, Function<String, Marked> marking) {
    JsonTexts texts = new JsonTexts(tree, marking);
    texts.look("", tree);
    return texts;
  }

  /** Returns the texts that hold something sensitive. */
  List<Marked> marked() {
    return List.copyOf(found.values());
  }

  /** Returns the tree with those texts as {@code replacement} has them. */
  Json replaced(Function<Marked, String> replacement) {
    return replaced("", tree, replacement);
  }

  private void look(String name, Json json) {
    switch (json) {
      case Json.Text(String text) -> look(new Slot(name, text));
      case Json.Num number -> digits(number).ifPresent(text -> look(new Slot(name, text)));
      case JsonArray(List<Json> values) -> values.forEach(value -> look(name, value));
      case JsonObject object ->
          object
              .members()
              .forEach((member, value) -> {
                look(new Slot("", member));
                look(member, value);
              });
      case Json.Bool _, Json.Null _ -> {}
    }
  }

  private void look(Slot slot) {
    String before = slot.name().isEmpty() ? "" : "\"" + slot.name() + "\": \"";
    String after = before.isEmpty() ? "" : "\"";
    int end = before.length() + slot.text().length();
    List<Part> all = marking.apply(before + slot.text() + after).parts();
    if (all.isEmpty()) {
      return;
    }
    List<Part> parts =
        all.stream()
            .filter(part -> part.start() < end && part.end() > before.length())
            .map(part -> part.within(before.length(), end))
            .toList();
    if (!parts.isEmpty()) {
      found.put(slot, new Marked(slot.text(), parts));
    }
  }

  private Json replaced(String name, Json json, Function<Marked, String> replacement) {
    return switch (json) {
      case Json.Text(String text) -> replaced(new Slot(name, text), json, replacement);
      case Json.Num number ->
          digits(number)
              .map(text -> replaced(new Slot(name, text), json, replacement))
              .orElse(json);
      case JsonArray(List<Json> values) ->
          new JsonArray(values.stream().map(value -> replaced(name, value, replacement)).toList());
      case JsonObject object -> replaced(object, replacement);
      case Json.Bool _, Json.Null _ -> json;
    };
  }

  private Json replaced(Slot slot, Json json, Function<Marked, String> replacement) {
    Marked marked = found.get(slot);
    return marked == null ? json : Json.of(replacement.apply(marked));
  }

  private JsonObject replaced(JsonObject object, Function<Marked, String> replacement) {
    Map<String, Json> members = new LinkedHashMap<>();
    object
        .members()
        .forEach((member, value) -> {
          Marked marked = found.get(new Slot("", member));
          members.put(
              marked == null ? member : replacement.apply(marked),
              replaced(member, value, replacement));
        });
    return new JsonObject(members);
  }

  private static Optional<String> digits(Json.Num number) {
    boolean whole = number.value().scale() <= 0 && number.value().signum() > 0;
    boolean fits = number.value().precision() - number.value().scale() <= DIGITS_MAX;
    return Optional.of(number)
        .filter(_ -> whole && fits)
        .map(num -> num.value().toBigInteger().toString())
        .filter(text -> text.length() >= DIGITS_MIN);
  }
}
