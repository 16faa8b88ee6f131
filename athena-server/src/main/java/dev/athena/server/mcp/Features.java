package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a server offers; what is null it does not.
 *
 * @param changes whether {@link McpServer#announce} is used, so that clients may wait for it
 * @param logging whether handlers send log messages
 */
public record Features(
    Tools tools,
    @Nullable Resources resources,
    @Nullable Skills skills,
    @Nullable Prompts prompts,
    boolean changes,
    boolean logging) {
  public Features {
    if (skills != null && resources == null) {
      throw new IllegalArgumentException("the files of skills are read as resources");
    }
  }

  /** Returns what a server offers that has tools only. */
  public static Features of(Tools tools) {
    return new Features(tools, null, null, null, false, false);
  }

  /** Returns a copy that also has resources. */
  public Features with(Resources added) {
    return new Features(tools, added, skills, prompts, changes, logging);
  }

  /** Returns a copy that also has skills. */
  public Features with(Skills added) {
    return new Features(tools, resources, added, prompts, changes, logging);
  }

  /** Returns a copy that also has prompts. */
  public Features with(Prompts added) {
    return new Features(tools, resources, skills, added, changes, logging);
  }

  /** Returns a copy that announces changes. */
  public Features withChanges() {
    return new Features(tools, resources, skills, prompts, true, logging);
  }

  /** Returns a copy whose handlers send log messages. */
  public Features withLogging() {
    return new Features(tools, resources, skills, prompts, changes, true);
  }

  JsonObject capabilities() {
    JsonObject.Builder all = JsonObject.builder().put("tools", list());
    if (resources != null) {
      all.put("resources", changes ? list().with("subscribe", Json.of(true)) : list());
    }
    if (prompts != null) {
      all.put("prompts", list()).put("completions", JsonObject.EMPTY);
    }
    if (logging) {
      all.put("logging", JsonObject.EMPTY);
    }
    if (skills != null) {
      JsonObject settings = JsonObject.builder().put("directoryRead", true).build();
      all.put("extensions", JsonObject.builder().put(SkillMethods.EXTENSION, settings).build());
    }
    return all.build();
  }

  private JsonObject list() {
    return changes ? JsonObject.builder().put("listChanged", true).build() : JsonObject.EMPTY;
  }
}
