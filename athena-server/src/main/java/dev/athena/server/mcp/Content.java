package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.Base64;

/** A piece of what a tool or a prompt gives to the model. */
public sealed interface Content {
  /** Returns this piece as the protocol writes it. */
  Json toJson();

  /** Plain text. */
  record Text(String text) implements Content {
    @Override
    public Json toJson() {
      return JsonObject.builder().put("type", "text").put("text", text).build();
    }
  }

  /** A picture; the bytes are not copied and must not change. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; copying megabytes would be waste.
  record Image(byte[] data, String mimeType) implements Content {
    @Override
    public Json toJson() {
      return media("image", data, mimeType);
    }
  }

  /** A sound; the bytes are not copied and must not change. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; copying megabytes would be waste.
  record Audio(byte[] data, String mimeType) implements Content {
    @Override
    public Json toJson() {
      return media("audio", data, mimeType);
    }
  }

  /** A resource, whole. */
  record Embedded(ResourceContent resource) implements Content {
    @Override
    public Json toJson() {
      return JsonObject.builder()
          .put("type", "resource")
          .put("resource", resource.toJson())
          .build();
    }
  }

  /** The name of a resource that can be read. */
  record Link(Resource resource) implements Content {
    @Override
    public Json toJson() {
      return JsonObject.builder().put("type", "resource_link").putAll(resource.toJson()).build();
    }
  }

  private static Json media(String type, byte[] data, String mimeType) {
    return JsonObject.builder()
        .put("type", type)
        .put("data", Base64.getEncoder().encodeToString(data))
        .put("mimeType", mimeType)
        .build();
  }
}
