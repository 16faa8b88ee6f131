package dev.athena.server.tools;

import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Exchange;
import dev.athena.server.mcp.Resource;
import dev.athena.server.mcp.Skill;
import dev.athena.server.mcp.SkillFile;
import dev.athena.server.mcp.Skills;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One skill: how to use the memory, with a file for each operation. */
final class ApiSkills implements Skills {
  static final String NAME = "athena";
  static final String ROOT = "skill://" + NAME;
  static final String MANIFEST = "SKILL.md";

  private static final String DESCRIPTION =
      "Remember facts, events and procedures across sessions, and recall them when a question"
          + " or task needs them. Use at the start of a task, and whenever something was learned.";

  private final ApiFiles files;

  ApiSkills(ApiFiles files) {
    this.files = files;
  }

  /** Returns the file that leads into the skill. */
  static ApiFiles.Entrance entrance() {
    String front = "---\nname: %s\ndescription: %s\n---\n\n".formatted(NAME, DESCRIPTION);
    return new ApiFiles.Entrance(MANIFEST, DESCRIPTION, front + Instructions.TEXT + "\n");
  }

  @Override
  public List<Skill> list(Exchange exchange) {
    return List.of(skill());
  }

  @Override
  public Optional<Skill> get(String uri, Exchange exchange) {
    return uri.equals(ROOT + "/" + MANIFEST) ? Optional.of(skill()) : Optional.empty();
  }

  private Skill skill() {
    JsonObject frontmatter =
        JsonObject.builder().put("name", NAME).put("description", DESCRIPTION).build();
    return new Skill(
        ROOT + "/" + MANIFEST, frontmatter, files.files().stream().map(this::file).toList());
  }

  private SkillFile file(Resource file) {
    String text =
        files
            .read(file.uri())
            .orElseThrow(() -> new IllegalStateException(file.uri() + " is listed and not there"));
    return SkillFile.of(file.uri(), text.getBytes(StandardCharsets.UTF_8));
  }
}
