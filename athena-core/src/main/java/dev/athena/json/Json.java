package dev.athena.json;

import java.math.BigDecimal;
import java.util.List;

/** A JSON value: immutable, compared by content. */
public sealed interface Json
    permits Json.Text, Json.Num, Json.Bool, Json.Null, JsonArray, JsonObject {

  /** Returns a JSON string. */
  static Json of(String value) {
    return new Text(value);
  }

  /** Returns a JSON number without a fraction. */
  static Json of(long value) {
    return new Num(BigDecimal.valueOf(value));
  }

  /**
   * Returns a JSON number.
   *
   * @throws NumberFormatException if {@code value} is infinite or not a number
   */
  static Json of(double value) {
    return new Num(BigDecimal.valueOf(value));
  }

  /** Returns a JSON boolean. */
  static Json of(boolean value) {
    return new Bool(value);
  }

  /** Returns an array of strings. */
  static JsonArray ofTexts(List<String> values) {
    return new JsonArray(values.stream().map(Json::of).toList());
  }

  /** Returns what kind of value this is, in the words of JSON Schema. */
  default String typeName() {
    return switch (this) {
      case Text _ -> "string";
      case Num _ -> "number";
      case Bool _ -> "boolean";
      case Null _ -> "null";
      case JsonArray _ -> "array";
      case JsonObject _ -> "object";
    };
  }

  /** A string. */
  record Text(String value) implements Json {}

  /** A number, exact. */
  record Num(BigDecimal value) implements Json {
    /** Two numbers are equal when they stand for the same amount: 1 and 1.0 are. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Num num && value.compareTo(num.value) == 0;
    }

    @Override
    public int hashCode() {
      return value.stripTrailingZeros().hashCode();
    }
  }

  /** A boolean. */
  record Bool(boolean value) implements Json {}

  /** The null value. */
  enum Null implements Json {
    VALUE
  }
}
