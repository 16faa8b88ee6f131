package dev.athena.json;

import dev.athena.error.InvalidArgument;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Turns Java values into JSON and back, and says what the JSON looks like.
 *
 * <p>It knows strings, numbers, booleans, {@link java.time.Instant}, enums, lists, JSON itself,
 * records (an object with a member for each component; a record of one string called {@code value}
 * is that string), and the types it is given a {@link JsonForm} for. A member that is null is left
 * out.
 */
public final class JsonBinder {
  /** Knows the types named above and no others. */
  public static final JsonBinder BASIC = new JsonBinder(Map.of());

  private final Map<Type, JsonForm<?>> forms = new ConcurrentHashMap<>(BasicForms.ALL);

  /** Creates a binder that knows {@code more} types. */
  public JsonBinder(Map<Class<?>, JsonForm<?>> more) {
    forms.putAll(more);
  }

  /** Returns {@code value} of {@code type} as JSON. */
  public Json write(Object value, Type type) {
    return form(type).write(value);
  }

  /**
   * Returns the value of {@code type} that {@code json} stands for.
   *
   * @throws dev.athena.error.InvalidArgument if it stands for none
   */
  public Object read(Json json, Type type, String path) {
    return form(type).read(json, path);
  }

  /** Returns the JSON Schema of {@code type}. */
  public JsonObject schema(Type type) {
    return form(type).schema();
  }

  /** Returns how values of {@code type} are written. */
  @SuppressWarnings("unchecked") // the form of a type takes values of that type
  JsonForm<Object> form(Type type) {
    JsonForm<?> known = forms.get(type);
    if (known == null) {
      known = make(type);
      forms.put(type, known);
    }
    return (JsonForm<Object>) known;
  }

  private JsonForm<?> make(Type type) {
    if (type instanceof WildcardType wildcard) {
      return form(wildcard.getUpperBounds()[0]);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return new ListForm(form(generic.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> javaClass) {
      if (Json.class.isAssignableFrom(javaClass)) {
        return new TreeForm(javaClass);
      }
      if (javaClass.isEnum()) {
        return EnumForm.of(javaClass);
      }
      if (javaClass.isRecord()) {
        return isOneText(javaClass) ? new OneTextForm(javaClass) : new RecordForm(this, javaClass);
      }
    }
    throw new IllegalArgumentException("no JSON form is known for " + type.getTypeName());
  }

  private static boolean isOneText(Class<?> type) {
    return type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getType() == String.class
        && type.getRecordComponents()[0].getName().equals("value");
  }

  /** A list, as an array. */
  private record ListForm(JsonForm<Object> element) implements JsonForm<List<?>> {
    @Override
    public JsonObject schema() {
      return JsonObject.builder().put("type", "array").put("items", element.schema()).build();
    }

    @Override
    public Json write(List<?> value) {
      return new JsonArray(value.stream().map(element::write).toList());
    }

    @Override
    public List<?> read(Json json, String path) {
      if (!(json instanceof JsonArray(List<Json> values))) {
        throw BasicForms.wrongType(path, "an array", json);
      }
      List<Object> read = new ArrayList<>(values.size());
      for (int i = 0; i < values.size(); i++) {
        read.add(element.read(values.get(i), path + "[" + i + "]"));
      }
      return read;
    }
  }

  /** JSON of any kind, or of one kind. */
  private record TreeForm(Class<?> kind) implements JsonForm<Json> {
    @Override
    public JsonObject schema() {
      return kind == JsonObject.class
          ? JsonObject.builder().put("type", "object").build()
          : JsonObject.EMPTY;
    }

    @Override
    public Json write(Json value) {
      return value;
    }

    @Override
    public Json read(Json json, String path) {
      if (kind.isInstance(json)) {
        return WellFormed.tree(json, path);
      }
      throw BasicForms.wrongType(path, "an object", json);
    }
  }

  /** An enum, as its name in lower case. */
  private record EnumForm(Map<String, Object> constants) implements JsonForm<Object> {
    static EnumForm of(Class<?> type) {
      return new EnumForm(
          Arrays.stream(type.getEnumConstants())
              .collect(
                  Collectors.toMap(
                      constant -> WireName.of((Enum<?>) constant),
                      constant -> constant,
                      (one, _) -> one,
                      LinkedHashMap::new)));
    }

    @Override
    public JsonObject schema() {
      return JsonObject.builder()
          .put("type", "string")
          .put("enum", Json.ofTexts(List.copyOf(constants.keySet())))
          .build();
    }

    @Override
    public Json write(Object value) {
      return Json.of(WireName.of((Enum<?>) value));
    }

    @Override
    public Object read(Json json, String path) {
      String name = json instanceof Json.Text(String text) ? text : JsonCodec.write(json);
      return Optional.ofNullable(constants.get(name))
          .orElseThrow(() ->
              new InvalidArgument(
                  "%s is %s".formatted(path, JsonCodec.write(json)),
                  "send one of " + String.join(", ", constants.keySet())));
    }
  }

  /** A record that wraps one string, as that string. */
  private record OneTextForm(Class<?> type) implements JsonForm<Object> {
    @Override
    public JsonObject schema() {
      return JsonObject.builder().put("type", "string").build();
    }

    @Override
    public Json write(Object value) {
      return Json.of(String.valueOf(Records.get(type.getRecordComponents()[0], value)));
    }

    @Override
    public Object read(Json json, String path) {
      if (json instanceof Json.Text(String text)) {
        return Records.make(type, new Object[] {text});
      }
      throw BasicForms.wrongType(path, "a string", json);
    }
  }
}
