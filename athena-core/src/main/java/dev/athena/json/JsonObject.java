package dev.athena.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object; members keep their order, equality does not look at it. */
public record JsonObject(Map<String, Json> members) implements Json {
  /** The object without members. */
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  public JsonObject {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** Returns a builder that keeps the order of its calls. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the member called {@code name}; a JSON null counts as present. */
  public Optional<Json> find(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** Returns whether there is a member called {@code name}. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** Returns the member called {@code name} if it is a string. */
  public Optional<String> text(String name) {
    return members.get(name) instanceof Json.Text(String value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** Returns the member called {@code name} if it is a whole number that fits a long. */
  public Optional<Long> whole(String name) {
    if (members.get(name) instanceof Json.Num(var value)) {
      try {
        return Optional.of(value.longValueExact());
      } catch (ArithmeticException _) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns the member called {@code name} if it is an object. */
  public Optional<JsonObject> object(String name) {
    return members.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  /** Returns the member called {@code name} if it is an array. */
  public Optional<JsonArray> array(String name) {
    return members.get(name) instanceof JsonArray array ? Optional.of(array) : Optional.empty();
  }

  /** Returns a copy in which {@code name} has {@code value}. */
  public JsonObject with(String name, Json value) {
    Map<String, Json> copy = new LinkedHashMap<>(members);
    copy.put(name, value);
    return new JsonObject(copy);
  }

  /** Returns the same object without the member {@code name}. */
  public JsonObject without(String name) {
    Map<String, Json> kept = new LinkedHashMap<>(members);
    kept.remove(name);
    return new JsonObject(kept);
  }

  /** Collects members in order. */
  public static final class Builder {
    private final Map<String, Json> members = new LinkedHashMap<>();

    private Builder() {}

    /** Adds or replaces a member. */
    public Builder put(String name, Json value) {
      members.put(name, value);
      return this;
    }

    /** Adds or replaces a string member. */
    public Builder put(String name, String value) {
      return put(name, Json.of(value));
    }

    /** Adds or replaces a number member. */
    public Builder put(String name, long value) {
      return put(name, Json.of(value));
    }

    /** Adds or replaces a number member. */
    public Builder put(String name, double value) {
      return put(name, Json.of(value));
    }

    /** Adds or replaces a boolean member. */
    public Builder put(String name, boolean value) {
      return put(name, Json.of(value));
    }

    /** Adds the member unless {@code value} is null. */
    public Builder putIfPresent(String name, @Nullable String value) {
      return value == null ? this : put(name, value);
    }

    /** Adds all members of {@code object}. */
    public Builder putAll(JsonObject object) {
      members.putAll(object.members());
      return this;
    }

    /** Returns the object. */
    public JsonObject build() {
      return new JsonObject(members);
    }
  }
}
