package dev.athena.operation;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of an operation.
 *
 * @param name its name on the wire
 * @param type its Java type
 * @param optional whether it may be left out
 * @param ifAbsent the value taken then, or null if there is none
 * @param verbatim whether the operation gets it as it was sent, or redacted
 */
public record ParameterSpec(
    String name,
    String doc,
    Type type,
    JsonObject schema,
    boolean optional,
    @Nullable Json ifAbsent,
    boolean verbatim) {

  /** Returns the schema with documentation and default. */
  public JsonObject describedSchema() {
    JsonObject described = schema.with("description", Json.of(doc));
    return ifAbsent == null ? described : described.with("default", ifAbsent);
  }
}
