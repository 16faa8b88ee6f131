package dev.athena.json;

import java.util.List;

/** A JSON array. */
public record JsonArray(List<Json> values) implements Json {
  /** The array without elements. */
  public static final JsonArray EMPTY = new JsonArray(List.of());

  public JsonArray {
    values = List.copyOf(values);
  }

  /** Returns an array of {@code values}. */
  public static JsonArray of(Json... values) {
    return new JsonArray(List.of(values));
  }

  /** Returns the number of elements. */
  public int size() {
    return values.size();
  }
}
