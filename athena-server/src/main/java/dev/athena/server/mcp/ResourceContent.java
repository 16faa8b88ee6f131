package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import java.util.Base64;

/** What a resource holds. */
public sealed interface ResourceContent {
  /** Returns this content as the protocol writes it. */
  Json toJson();

  /** Text. */
  record Text(String uri, String mimeType, String text) implements ResourceContent {
    @Override
    public Json toJson() {
      return JsonObject.builder()
          .put("uri", uri)
          .put("mimeType", mimeType)
          .put("text", text)
          .build();
    }
  }

  /** Bytes; they are not copied and must not change. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; copying megabytes would be waste.
  record Blob(String uri, String mimeType, byte[] bytes) implements ResourceContent {
    @Override
    public Json toJson() {
      return JsonObject.builder()
          .put("uri", uri)
          .put("mimeType", mimeType)
          .put("blob", Base64.getEncoder().encodeToString(bytes))
          .build();
    }
  }
}
