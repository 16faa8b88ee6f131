package dev.athena.server.mcp;

import dev.athena.json.JsonObject;

/** Something that clients may have listed or read, and that is different now. */
public sealed interface Change {
  /** The list of tools. */
  record ToolsChanged() implements Change {}

  /** The list of resources. */
  record ResourcesChanged() implements Change {}

  /** The list of prompts. */
  record PromptsChanged() implements Change {}

  /** What a resource holds. */
  record ResourceUpdated(String uri) implements Change {}

  /** Returns the name of the notification. */
  default String method() {
    return switch (this) {
      case ToolsChanged() -> "notifications/tools/list_changed";
      case ResourcesChanged() -> "notifications/resources/list_changed";
      case PromptsChanged() -> "notifications/prompts/list_changed";
      case ResourceUpdated _ -> "notifications/resources/updated";
    };
  }

  /** Returns the parameters of the notification. */
  default JsonObject params() {
    return switch (this) {
      case ToolsChanged(), ResourcesChanged(), PromptsChanged() -> JsonObject.EMPTY;
      case ResourceUpdated(String uri) -> JsonObject.builder().put("uri", uri).build();
    };
  }
}
