package dev.athena.server.conformance;

import dev.athena.json.JsonObject;
import dev.athena.server.mcp.Exchange;
import dev.athena.server.mcp.Resource;
import dev.athena.server.mcp.ResourceContent;
import dev.athena.server.mcp.Skill;
import dev.athena.server.mcp.SkillFile;
import dev.athena.server.mcp.Skills;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One skill of two files, one of them in a folder. */
final class FixtureSkills implements Skills {
  static final String NAME = "greeting";
  static final String DESCRIPTION = "Greets people.";
  static final String ROOT_URI = "skill://" + NAME;
  static final String MANIFEST_URI = ROOT_URI + "/SKILL.md";

  private static final String FOLDER_URI = ROOT_URI + "/references";
  private static final String TONE_URI = FOLDER_URI + "/tone.md";
  private static final String MANIFEST =
      "---\nname: " + NAME + "\ndescription: " + DESCRIPTION + "\n---\n\nSay hello.\n";
  private static final String TONE = "# Tone\n\nWarm.\n";

  static Optional<ResourceContent> read(String uri) {
    return switch (uri) {
      case MANIFEST_URI -> Optional.of(new ResourceContent.Text(uri, "text/markdown", MANIFEST));
      case TONE_URI -> Optional.of(new ResourceContent.Text(uri, "text/markdown", TONE));
      default -> Optional.empty();
    };
  }

  static Optional<List<Resource>> directory(String uri) {
    return switch (uri) {
      case ROOT_URI ->
          Optional.of(
              List.of(
                  new Resource(MANIFEST_URI, "SKILL.md", null, null, "text/markdown"),
                  Resource.directory(FOLDER_URI, "references")));
      case FOLDER_URI ->
          Optional.of(List.of(new Resource(TONE_URI, "tone.md", null, null, "text/markdown")));
      default -> Optional.empty();
    };
  }

  @Override
  public List<Skill> list(Exchange exchange) {
    return List.of(skill());
  }

  @Override
  public Optional<Skill> get(String uri, Exchange exchange) {
    return uri.equals(MANIFEST_URI) ? Optional.of(skill()) : Optional.empty();
  }

  private static Skill skill() {
    JsonObject frontmatter =
        JsonObject.builder().put("name", NAME).put("description", DESCRIPTION).build();
    return new Skill(
        MANIFEST_URI, frontmatter, List.of(file(MANIFEST_URI, MANIFEST), file(TONE_URI, TONE)));
  }

  private static SkillFile file(String uri, String text) {
    return SkillFile.of(uri, text.getBytes(StandardCharsets.UTF_8));
  }
}
