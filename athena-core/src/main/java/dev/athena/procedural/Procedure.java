package dev.athena.procedural;

import dev.athena.json.JsonBinder;
import dev.athena.json.JsonObject;
import dev.athena.memory.Memory;
import dev.athena.memory.MemoryId;
import dev.athena.principal.Namespace;
import java.time.Instant;

/**
 * How something is done.
 *
 * @param revision the version of the procedure, from 1
 */
public record Procedure(
    MemoryId id,
    Namespace namespace,
    String name,
    String description,
    ProcedureMetadata metadata,
    Instant recordedAt,
    int revision)
    implements Memory {

  @Override
  public JsonObject fields() {
    return JsonObject.builder()
        .put("name", name)
        .putAll((JsonObject) JsonBinder.BASIC.write(metadata, ProcedureMetadata.class))
        .build();
  }

  @Override
  public String content() {
    return description;
  }
}
