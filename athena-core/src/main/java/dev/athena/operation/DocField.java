package dev.athena.operation;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of documentation: a parameter, or a member of one or of an answer.
 *
 * @param path where it is, such as {@code metadata.tags} or {@code results[].id}
 * @param type what it is, in words
 * @param optional whether it may be missing
 * @param ifAbsent the value taken then, or null if there is none
 */
record DocField(String path, String type, boolean optional, @Nullable Json ifAbsent, String doc) {

  /** Returns the parameters of an operation, each followed by its members. */
  static List<DocField> ofParameters(OperationSpec spec) {
    List<DocField> fields = new ArrayList<>();
    for (ParameterSpec parameter : spec.parameters()) {
      fields.add(
          new DocField(
              parameter.name(),
              TypeNames.WORDS.of(parameter.schema()),
              parameter.optional(),
              parameter.ifAbsent(),
              parameter.doc()));
      fields.addAll(ofParameter(parameter));
    }
    return fields;
  }

  /** Returns the members of one parameter of an operation. */
  static List<DocField> ofParameter(ParameterSpec parameter) {
    return members(parameter.schema(), parameter.name());
  }

  /** Returns the members of the answer of an operation. */
  static List<DocField> ofAnswer(OperationSpec spec) {
    return members(spec.answerSchema(), "");
  }

  private static List<DocField> members(JsonObject schema, String path) {
    List<DocField> fields = new ArrayList<>();
    schema.object("items").ifPresent(items -> fields.addAll(members(items, path + "[]")));
    List<Json> required = schema.array("required").orElse(JsonArray.EMPTY).values();
    Map<String, Json> properties = schema.object("properties").orElse(JsonObject.EMPTY).members();
    properties.forEach((name, property) -> {
      if (property instanceof JsonObject member) {
        String memberPath = path.isEmpty() ? name : path + "." + name;
        fields.add(
            new DocField(
                memberPath,
                TypeNames.WORDS.of(member),
                !required.contains(Json.of(name)),
                member.find("default").orElse(null),
                member.text("description").orElse("")));
        fields.addAll(members(member, memberPath));
      }
    });
    return fields;
  }
}
