package dev.athena.bench.recall;

import dev.athena.bench.recall.Dataset.Item;
import dev.athena.bench.recall.Dataset.Question;
import dev.athena.json.Json;
import dev.athena.json.JsonArray;
import dev.athena.json.JsonCodec;
import dev.athena.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A year of one person (LifeBench): text messages, notes and calendar entries.
 *
 * <p>A question names its evidence by the kind and the {@code phone_id} within that kind. Evidence
 * of kinds that are not in the folder is left out, and questions that then have none.
 */
final class LifeBench {
  private LifeBench() {}

  static List<Dataset> read(Path folder) throws IOException {
    List<Item> items = new ArrayList<>();
    for (String kind : List.of("sms", "note", "calendar")) {
      Path file = folder.resolve(kind + ".json");
      if (Files.exists(file)) {
        objects(file).map(entry -> item(kind, entry)).forEach(items::add);
      }
    }
    Set<String> keys = new HashSet<>();
    items.removeIf(item -> !keys.add(item.key()));
    List<Question> questions =
        objects(folder.resolve("QA_clean.json"))
            .map(question -> question(question, keys))
            .filter(question -> !question.relevant().isEmpty())
            .toList();
    return List.of(new Dataset("lifebench", folder.getFileName().toString(), items, questions));
  }

  private static Item item(String kind, JsonObject entry) {
    String contact = text(entry, "contactName");
    String time = text(entry, "datetime");
    String day = time.length() >= 10 ? time.substring(0, 10) : time;
    JsonObject.Builder context =
        JsonObject.builder().put("timestamp", time).put("source_id", key(kind, entry));
    if (!contact.isEmpty()) {
      context.put("session_id", contact + " " + day);
    }
    JsonObject memory =
        JsonObject.builder()
            .put("kind", "episodic")
            .put("content", content(entry, contact))
            .put("event_type", kind)
            .put("context", context.build())
            .build();
    return new Item(key(kind, entry), memory);
  }

  private static String content(JsonObject entry, String contact) {
    String head =
        contact.isEmpty()
            ? text(entry, "title")
            : text(entry, "message_type").equals("Send") ? "To " + contact : contact;
    String body =
        text(entry, "message_content") + text(entry, "content") + text(entry, "description");
    return head + ": " + body;
  }

  private static String key(String kind, JsonObject entry) {
    return kind + "/" + entry.whole("phone_id").orElse(-1L);
  }

  private static Question question(JsonObject question, Set<String> known) {
    Set<String> relevant = new HashSet<>();
    for (Json evidence : question.array("evidence").orElse(JsonArray.EMPTY).values()) {
      if (evidence instanceof JsonObject object) {
        relevant.add(text(object, "type") + "/" + object.whole("id").orElse(-1L));
      }
    }
    relevant.retainAll(known);
    String category = text(question, "question_type");
    return new Question(
        text(question, "question"), category, relevant, !category.equals("Unanswerable"));
  }

  private static Stream<JsonObject> objects(Path file) throws IOException {
    if (JsonCodec.read(Files.readString(file)) instanceof JsonArray(List<Json> values)) {
      return values.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }
    throw new IOException(file + " does not hold an array");
  }

  private static String text(JsonObject object, String name) {
    return object.text(name).orElse("");
  }
}
