package dev.athena.bench.tasks;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where two answers differ. The order of an object's members does not matter, that of lists does.
 */
final class Difference {
  private Difference() {}

  /** Returns the first place where they differ, and how; empty if they are equal. */
  static Optional<String> between(Json one, Json other) {
    return between("answer", one, other);
  }

  private static Optional<String> between(String place, Json one, Json other) {
    if (one instanceof JsonObject left && other instanceof JsonObject right) {
      return ofObjects(place, left, right);
    }
    if (one instanceof JsonArray left
        && other instanceof JsonArray right
        && left.size() == right.size()) {
      return ofArrays(place, left, right);
    }
    return one.equals(other)
        ? Optional.empty()
        : Optional.of("%s: %s and %s".formatted(place, shown(one), shown(other)));
  }

  private static Optional<String> ofObjects(String place, JsonObject left, JsonObject right) {
    TreeSet<String> names = new TreeSet<>(left.members().keySet());
    names.addAll(right.members().keySet());
    for (String name : names) {
      Json one = left.find(name).orElse(Json.Null.VALUE);
      Json other = right.find(name).orElse(Json.Null.VALUE);
      Optional<String> found =
          left.has(name) == right.has(name)
              ? between(place + "." + name, one, other)
              : Optional.of(place + "." + name + " is in one of them only");
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofArrays(String place, JsonArray left, JsonArray right) {
    for (int i = 0; i < left.size(); i++) {
      Optional<String> found =
          between(place + "[" + i + "]", left.values().get(i), right.values().get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String shown(Json value) {
    String text = JsonCodec.write(value);
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
