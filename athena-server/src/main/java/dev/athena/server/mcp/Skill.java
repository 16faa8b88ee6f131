package dev.athena.server.mcp;

import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import java.util.List;

/**
 * A skill as it is listed: its {@code SKILL.md} and all files beside it.
 *
 * @param uri the address of the {@code SKILL.md}
 * @param frontmatter the front matter of the {@code SKILL.md}; {@code name} must be the last folder
 *     of the address
 * @param files every file, the {@code SKILL.md} among them
 */
public record Skill(String uri, JsonObject frontmatter, List<SkillFile> files) {
  /** The most files of one skill. */
  public static final int FILES_MAX = 512;

  public Skill {
    files = List.copyOf(files);
    if (files.size() > FILES_MAX) {
      throw new IllegalArgumentException(
          uri + " has " + files.size() + " files, the limit is " + FILES_MAX);
    }
  }

  JsonObject toJson() {
    List<Json> resources = files.stream().<Json>map(SkillFile::toJson).toList();
    return JsonObject.builder()
        .put("uri", uri)
        .put("frontmatter", frontmatter)
        .put("resources", new JsonArray(resources))
        .build();
  }
}
