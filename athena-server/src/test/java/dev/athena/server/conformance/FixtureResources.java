package dev.athena.server.conformance;

import dev.athena.server.mcp.Exchange;
import dev.athena.server.mcp.Resource;
import dev.athena.server.mcp.ResourceContent;
import dev.athena.server.mcp.ResourceTemplate;
import dev.athena.server.mcp.Resources;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The resources of the suite, and the files of {@link FixtureSkills}. */
final class FixtureResources implements Resources {
  private static final Pattern TEMPLATE = Pattern.compile("test://template/([^/]+)/data");

  @Override
  public List<Resource> list(Exchange exchange) {
    return List.of(
        resource("test://static-text", "Static text", "text/plain"),
        resource("test://static-binary", "Static binary", "image/png"),
        resource("test://watched-resource", "Watched", "text/plain"),
        new Resource(
            FixtureSkills.MANIFEST_URI,
            FixtureSkills.NAME,
            null,
            FixtureSkills.DESCRIPTION,
            "text/markdown"));
  }

  @Override
  public List<ResourceTemplate> templates(Exchange exchange) {
    return List.of(
        new ResourceTemplate(
            "test://template/{id}/data", "Template", "Data by id.", "application/json"));
  }

  @Override
  public Optional<ResourceContent> read(String uri, Exchange exchange) {
    return switch (uri) {
      case "test://static-text" ->
          text(uri, "text/plain", "This is the content of the static text resource.");
      case "test://static-binary" ->
          Optional.of(new ResourceContent.Blob(uri, "image/png", Samples.png()));
      case "test://watched-resource" -> text(uri, "text/plain", "Watched.");
      default -> FixtureSkills.read(uri).or(() -> fromTemplate(uri));
    };
  }

  @Override
  public Optional<List<Resource>> directory(String uri, Exchange exchange) {
    return FixtureSkills.directory(uri);
  }

  private static Optional<ResourceContent> fromTemplate(String uri) {
    Matcher matcher = TEMPLATE.matcher(uri);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String id = matcher.group(1);
    return text(
        uri,
        "application/json",
        "{\"id\":\"" + id + "\",\"templateTest\":true,\"data\":\"Data for ID: " + id + "\"}");
  }

  private static Optional<ResourceContent> text(String uri, String mimeType, String text) {
    return Optional.of(new ResourceContent.Text(uri, mimeType, text));
  }

  private static Resource resource(String uri, String name, String mimeType) {
    return new Resource(uri, name, null, "The fixture " + name + ".", mimeType);
  }
}
