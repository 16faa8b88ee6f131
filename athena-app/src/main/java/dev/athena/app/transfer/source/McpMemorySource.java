package dev.athena.app.transfer.source;

import dev.athena.error.Characters;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonObject;
import dev.athena.semantic.FactMetadata;
import dev.athena.semantic.RememberFact;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file of the reference memory server of MCP: entities with observations, and relations.
 *
 * <p>Each observation and each relation is a fact, with the names of its entities as tags.
 */
public final class McpMemorySource implements Source {
  private static final String ORIGIN = "mcp-memory";

  private final Path file;

  public McpMemorySource(Path file) {
    this.file = file;
  }

  @Override
  public String unit() {
    return "bytes";
  }

  @Override
  public long steps() {
    return JsonLines.size(file);
  }

  @Override
  public void read(Intake intake) {
    new JsonLines(file, String.valueOf(file.getFileName()), intake)
        .read((place, line) -> {
          switch (line.text("type").orElse("")) {
            case "entity" -> entity(place, line, intake);
            case "relation" -> relation(place, line, intake);
            default -> intake.leaveOut(place, "the line is neither an entity nor a relation");
          }
        });
  }

  private static void entity(String place, JsonObject line, Intake intake) {
    String name = line.text("name").orElse("").strip();
    String type = line.text("entityType").orElse("").strip();
    if (name.isEmpty()) {
      intake.leaveOut(place, "the entity has no name");
      return;
    }
    JsonObject details = JsonObject.builder().put("entity", name).put("entity_type", type).build();
    if (!type.isEmpty()) {
      take(intake, place, new Said(plain(name) + " is a " + plain(type) + ".", "entity", details));
    }
    for (Json each : line.array("observations").orElse(JsonArray.EMPTY).values()) {
      if (each instanceof Json.Text(String text) && !text.isBlank()) {
        take(intake, place, new Said(plain(name) + ": " + text.strip(), "observation", details));
      } else {
        intake.leaveOut(place, "an observation is not text");
      }
    }
  }

  private static void relation(String place, JsonObject line, Intake intake) {
    String from = line.text("from").orElse("").strip();
    String to = line.text("to").orElse("").strip();
    String type = line.text("relationType").orElse("").strip();
    if (from.isEmpty() || to.isEmpty() || type.isEmpty()) {
      intake.leaveOut(place, "the relation lacks from, to or relationType");
      return;
    }
    JsonObject details =
        JsonObject.builder().put("from", from).put("to", to).put("relation_type", type).build();
    String sentence = plain(from) + " " + plain(type) + " " + plain(to) + ".";
    take(intake, place, new Said(sentence, "relation", details));
  }

  /** A fact as it is said, its type, and what it was made of. */
  private record Said(String sentence, String type, JsonObject details) {}

  private static void take(Intake intake, String place, Said said) {
    Cut content = Cut.of(said.sentence(), RememberFact.CONTENT_LENGTH_MAX);
    List<String> tags =
        Stream.of("entity", "entity_type", "from", "to", "relation_type")
            .flatMap(name -> said.details().text(name).stream())
            .filter(tag -> !tag.isEmpty() && Characters.count(tag) <= FactMetadata.NAME_LENGTH_MAX)
            .distinct()
            .toList();
    JsonObject.Builder metadata =
        JsonObject.builder()
            .put("tags", Json.ofTexts(tags))
            .put("memory_type", said.type())
            .put("source", ORIGIN)
            .putAll(said.details());
    content.note(metadata, "truncated_from");
    JsonObject fact =
        JsonObject.builder()
            .put("kind", "semantic")
            .put("content", content.text())
            .put("metadata", metadata.build())
            .build();
    intake.take(Intake.Item.of(place, fact));
  }

  /** Names and types are written with underscores where prose has blanks. */
  private static String plain(String name) {
    return name.replace('_', ' ');
  }
}
