package dev.athena.json;

import dev.athena.error.InvalidArgument;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record, as an object with a member for each component. */
final class RecordForm implements JsonForm<Object> {
  private final JsonBinder binder;
  private final Class<?> type;
  private final RecordComponent[] components;

  RecordForm(JsonBinder binder, Class<?> type) {
    this.binder = binder;
    this.type = type;
    this.components = type.getRecordComponents();
  }

  @Override
  public JsonObject schema() {
    JsonObject.Builder properties = JsonObject.builder();
    List<String> required = new ArrayList<>();
    boolean open = false;
    for (RecordComponent component : components) {
      if (isFree(component)) {
        open = true;
        continue;
      }
      String name = WireName.of(component.getName());
      properties.put(name, described(component));
      if (!isNullable(component) && absent(component) == null) {
        required.add(name);
      }
    }
    JsonObject.Builder schema =
        JsonObject.builder().put("type", "object").put("properties", properties.build());
    if (!required.isEmpty()) {
      schema.put("required", Json.ofTexts(required));
    }
    return schema.put("additionalProperties", open).build();
  }

  @Override
  public Json write(Object value) {
    JsonObject.Builder members = JsonObject.builder();
    for (RecordComponent component : components) {
      Object part = Records.get(component, value);
      if (part == null) {
        continue;
      }
      if (isFree(component)) {
        members.putAll((JsonObject) part);
      } else {
        members.put(
            WireName.of(component.getName()), binder.write(part, component.getGenericType()));
      }
    }
    return members.build();
  }

  @Override
  public Object read(Json json, String path) {
    if (!(json instanceof JsonObject object)) {
      throw BasicForms.wrongType(path, "an object", json);
    }
    Map<String, Json> rest = new LinkedHashMap<>(object.members());
    @Nullable Object[] values = new @Nullable Object[components.length];
    int free = -1;
    for (int i = 0; i < components.length; i++) {
      if (isFree(components[i])) {
        free = i;
      } else {
        Json member = rest.remove(WireName.of(components[i].getName()));
        values[i] = component(components[i], member, path);
      }
    }
    if (free >= 0) {
      values[free] = new JsonObject(rest);
    } else if (!rest.isEmpty()) {
      throw unknown(rest.keySet().iterator().next(), path);
    }
    return Records.make(type, values);
  }

  private @Nullable Object component(
      RecordComponent component, @Nullable Json member, String path) {
    String name = WireName.of(component.getName());
    String memberPath = path.isEmpty() ? name : path + "." + name;
    Json given = member == null || member instanceof Json.Null ? absent(component) : member;
    if (given == null || given instanceof Json.Null) {
      if (isNullable(component)) {
        return null;
      }
      throw new InvalidArgument(memberPath + " is missing", "send " + name + ": " + doc(component));
    }
    return binder.read(given, component.getGenericType(), memberPath);
  }

  private InvalidArgument unknown(String name, String path) {
    List<String> names = new ArrayList<>();
    for (RecordComponent component : components) {
      names.add(WireName.of(component.getName()));
    }
    return new InvalidArgument(
        "%s has no member \"%s\"".formatted(path.isEmpty() ? "the object" : path, name),
        Nearest.hint(name, names));
  }

  private JsonObject described(RecordComponent component) {
    JsonObject schema = binder.schema(component.getGenericType());
    Doc doc = component.getAnnotation(Doc.class);
    if (doc == null) {
      return schema;
    }
    JsonObject described = schema.with("description", Json.of(doc.value()));
    Json absent = absent(component);
    return absent == null || absent instanceof Json.Null
        ? described
        : described.with("default", absent);
  }

  private static boolean isFree(RecordComponent component) {
    return component.isAnnotationPresent(FreeKeys.class);
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Json absent(RecordComponent component) {
    Doc doc = component.getAnnotation(Doc.class);
    return doc == null || doc.ifAbsent().isEmpty() ? null : JsonCodec.read(doc.ifAbsent());
  }

  private static String doc(RecordComponent component) {
    Doc doc = component.getAnnotation(Doc.class);
    return doc == null ? "it is required" : doc.value();
  }
}
