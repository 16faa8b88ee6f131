package dev.athena.operation;

import dev.athena.error.ErrorCode;
import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import dev.athena.principal.Grant;
import dev.athena.privacy.Use;
import java.lang.reflect.Method;
import java.util.List;

/**
 * All there is to know about one operation.
 *
 * @param use what becomes of its arguments
 */
public record OperationSpec(
    String name,
    String category,
    String summary,
    String keywords,
    String details,
    String returns,
    Grant grant,
    Effect effect,
    Use use,
    List<ParameterSpec> parameters,
    JsonObject answerSchema,
    JsonObject example,
    List<ErrorCode> failures,
    Method method) {
  public OperationSpec {
    parameters = List.copyOf(parameters);
    failures = List.copyOf(failures);
  }

  /** Returns the place in the tree of operations, such as {@code /memory/recall}. */
  public String path() {
    return "/" + category + "/" + shortName();
  }

  /** Returns what programs call, such as {@code memory.recall}. */
  public String place() {
    return category + "." + shortName();
  }

  /** Returns the name without the group it may begin with, such as {@code tools.}. */
  public String shortName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Returns the JSON Schema of the arguments. */
  public JsonObject argumentsSchema() {
    JsonObject.Builder properties = JsonObject.builder();
    parameters.forEach(parameter -> properties.put(parameter.name(), parameter.describedSchema()));
    List<String> required =
        parameters.stream()
            .filter(parameter -> !parameter.optional())
            .map(ParameterSpec::name)
            .toList();
    JsonObject.Builder schema =
        JsonObject.builder().put("type", "object").put("properties", properties.build());
    if (!required.isEmpty()) {
      schema.put("required", Json.ofTexts(required));
    }
    return schema.put("additionalProperties", false).build();
  }

  /** Returns the call as Python writes it, such as {@code recall(query, limit=5)}. */
  public String signature() {
    return name
        + "("
        + String.join(", ", parameters.stream().map(OperationSpec::written).toList())
        + ")";
  }

  private static String written(ParameterSpec parameter) {
    if (!parameter.optional()) {
      return parameter.name();
    }
    Json absent = parameter.ifAbsent();
    return parameter.name() + "=" + (absent == null ? "None" : PythonText.of(absent));
  }
}
