package dev.athena.json;

import dev.athena.error.InvalidArgument;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record, as an object with a member for each component. */
final class RecordForm implements JsonForm<Object> {
  /**
   * What is known of a component, read off it once.
   *
   * @param name its name on the wire
   * @param free whether it takes all members that no other takes
   * @param absent what stands for it when it is left out, or null
   */
  private record Member(
      RecordComponent component,
      String name,
      Type type,
      boolean free,
      boolean nullable,
      @Nullable Doc doc,
      @Nullable Json absent) {
    static Member of(RecordComponent component) {
      Doc doc = component.getAnnotation(Doc.class);
      return new Member(
          component,
          WireName.of(component.getName()),
          component.getGenericType(),
          component.isAnnotationPresent(FreeKeys.class),
          component.getAnnotatedType().isAnnotationPresent(Nullable.class),
          doc,
          doc == null || doc.ifAbsent().isEmpty() ? null : JsonCodec.read(doc.ifAbsent()));
    }

    boolean required() {
      return !nullable && absent == null;
    }
  }

  private final JsonBinder binder;
  private final Class<?> type;
  private final List<Member> members;

  RecordForm(JsonBinder binder, Class<?> type) {
    this.binder = binder;
    this.type = type;
    this.members = Arrays.stream(type.getRecordComponents()).map(Member::of).toList();
  }

  @Override
  public JsonObject schema() {
    JsonObject.Builder properties = JsonObject.builder();
    List<String> required = new ArrayList<>();
    boolean open = false;
    for (Member member : members) {
      if (member.free()) {
        open = true;
        continue;
      }
      properties.put(member.name(), described(member));
      if (member.required()) {
        required.add(member.name());
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
    JsonObject.Builder written = JsonObject.builder();
    for (Member member : members) {
      Object part = Records.get(member.component(), value);
      if (part == null) {
        continue;
      }
      if (member.free()) {
        written.putAll((JsonObject) part);
      } else {
        written.put(member.name(), binder.write(part, member.type()));
      }
    }
    return written.build();
  }

  @Override
  public Object read(Json json, String path) {
    if (!(json instanceof JsonObject object)) {
      throw BasicForms.wrongType(path, "an object", json);
    }
    Map<String, Json> rest = new LinkedHashMap<>(object.members());
    @Nullable Object[] values = new @Nullable Object[members.size()];
    int free = -1;
    for (int i = 0; i < values.length; i++) {
      Member member = members.get(i);
      if (member.free()) {
        free = i;
      } else {
        values[i] = read(member, rest.remove(member.name()), path);
      }
    }
    if (free >= 0) {
      values[free] = WellFormed.tree(new JsonObject(rest), path);
    } else if (!rest.isEmpty()) {
      throw unknown(rest.keySet().iterator().next(), path);
    }
    return Records.make(type, values);
  }

  private @Nullable Object read(Member member, @Nullable Json json, String path) {
    String name = member.name();
    String memberPath = path.isEmpty() ? name : path + "." + name;
    Json given = json == null || json instanceof Json.Null ? member.absent() : json;
    if (given == null || given instanceof Json.Null) {
      if (member.nullable()) {
        return null;
      }
      Doc doc = member.doc();
      throw new InvalidArgument(
          memberPath + " is missing",
          "send " + name + ": " + (doc == null ? "it is required" : doc.value()));
    }
    return binder.read(given, member.type(), memberPath);
  }

  private InvalidArgument unknown(String name, String path) {
    return new InvalidArgument(
        "%s takes no member \"%s\"".formatted(path.isEmpty() ? "the object" : path, name),
        Nearest.hint(name, members.stream().map(Member::name).toList()));
  }

  private JsonObject described(Member member) {
    JsonObject schema = binder.schema(member.type());
    Doc doc = member.doc();
    if (doc == null) {
      return schema;
    }
    JsonObject described = schema.with("description", Json.of(doc.value()));
    Json absent = member.absent();
    return absent == null || absent instanceof Json.Null
        ? described
        : described.with("default", absent);
  }
}
