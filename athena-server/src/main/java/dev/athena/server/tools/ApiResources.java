package dev.athena.server.tools;

import dev.athena.server.mcp.Exchange;
import dev.athena.server.mcp.Resource;
import dev.athena.server.mcp.ResourceContent;
import dev.athena.server.mcp.ResourceTemplate;
import dev.athena.server.mcp.Resources;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The documentation as resources: as the tree of operations, and as the files of a skill. */
final class ApiResources implements Resources {
  private final ApiFiles tree;
  private final ApiFiles skill;

  ApiResources(ApiFiles tree, ApiFiles skill) {
    this.tree = tree;
    this.skill = skill;
  }

  /** The files of the skill are listed by the skill, but for the one that leads in. */
  @Override
  public List<Resource> list(Exchange exchange) {
    return Stream.concat(tree.files().stream(), skill.files().stream().limit(1)).toList();
  }

  @Override
  public List<ResourceTemplate> templates(Exchange exchange) {
    return List.of(
        new ResourceTemplate(
            tree.template(), "operation", "How one operation is called.", ApiFiles.MARKDOWN));
  }

  @Override
  public Optional<ResourceContent> read(String uri, Exchange exchange) {
    return tree.read(uri)
        .or(() -> skill.read(uri))
        .map(text -> new ResourceContent.Text(uri, ApiFiles.MARKDOWN, text));
  }

  @Override
  public Optional<List<Resource>> directory(String uri, Exchange exchange) {
    return tree.directory(uri).or(() -> skill.directory(uri));
  }
}
